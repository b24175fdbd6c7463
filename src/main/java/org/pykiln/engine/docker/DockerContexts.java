package org.pykiln.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the contexts that the docker command line keeps: one folder each, named by a hash, with
/// `meta.json`, and beside it the folder of its certificates.
final class DockerContexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param certificates only where the context has a certificate of its own
    record Context(String name, boolean current, String host, Optional<Path> certificates) {}

    private DockerContexts() {}

    /// The current one first, then by name; unreadable ones are left out.
    static List<Context> read(Surroundings surroundings) {
        Path folder = surroundings.dockerFolder();
        String current =
                surroundings
                        .variable("DOCKER_CONTEXT")
                        .orElseGet(() ->
                                parse(folder.resolve("config.json"))
                                        .map(c -> c.path("currentContext").asText(""))
                                        .orElse(""));
        List<Context> contexts = new ArrayList<>();
        Path metas = folder.resolve("contexts").resolve("meta");
        if (Files.isDirectory(metas)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(metas)) {
                for (Path meta : each) {
                    context(folder, meta, current).ifPresent(contexts::add);
                }
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        contexts.sort(
                Comparator.comparing((Context context) -> !context.current())
                        .thenComparing(Context::name));
        return contexts;
    }

    private static Optional<Context> context(Path folder, Path meta, String current) {
        Path certificates =
                folder.resolve("contexts")
                        .resolve("tls")
                        .resolve(meta.getFileName())
                        .resolve("docker");
        return parse(meta.resolve("meta.json"))
                .map(json -> {
                    String name = json.path("Name").asText("");
                    return new Context(
                            name,
                            name.equals(current),
                            json.path("Endpoints").path("docker").path("Host").asText(""),
                            Optional.of(certificates)
                                    .filter(c -> Files.exists(c.resolve("cert.pem"))));
                })
                .filter(context -> !context.name().isEmpty() && !context.host().isEmpty());
    }

    private static Optional<JsonNode> parse(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(file.toFile()));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }
}
