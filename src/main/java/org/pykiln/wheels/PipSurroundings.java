package org.pykiln.wheels;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a user's pip reaches its index, for a pip in a container.
///
/// @param certificates that it trusts instead of its own
/// @param variables of its environment, such as a proxy
public record PipSurroundings(Optional<Path> certificates, Map<String, String> variables) {
    private static final List<String> VARIABLES =
            List.of(
                    "PIP_INDEX_URL",
                    "PIP_EXTRA_INDEX_URL",
                    "PIP_TRUSTED_HOST",
                    "PIP_DEFAULT_TIMEOUT",
                    "HTTPS_PROXY",
                    "HTTP_PROXY",
                    "NO_PROXY",
                    "https_proxy",
                    "http_proxy",
                    "no_proxy");

    private static final List<String> CERTIFICATES =
            List.of("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE");

    public PipSurroundings {
        variables = Map.copyOf(variables);
    }

    /// What pip and its backends read of a user's environment.
    public static PipSurroundings of(Map<String, String> environment) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String variable : VARIABLES) {
            value(environment, variable).ifPresent(value -> set.put(variable, value));
        }
        Optional<Path> certificates =
                CERTIFICATES.stream()
                        .flatMap(variable -> value(environment, variable).stream())
                        .findFirst()
                        .map(Path::of);
        return new PipSurroundings(certificates, set);
    }

    public PipSurroundings trusting(Path file) {
        return new PipSurroundings(Optional.of(file), variables);
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.of(environment.getOrDefault(variable, "")).filter(text -> !text.isBlank());
    }
}
