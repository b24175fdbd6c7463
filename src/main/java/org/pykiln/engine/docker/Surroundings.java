package org.pykiln.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What of a machine decides where engines are looked for.
///
/// @param environment variables of the process
/// @param home the user's folder
/// @param root of the file system, where `/var/run` and `/proc` are
/// @param windows whether engines listen on named pipes here
public record Surroundings(Map<String, String> environment, Path home, Path root, boolean windows) {
    /// Names the engine to use and no other; as a system property or in the environment.
    public static final String ENDPOINT = "PYKILN_ENGINE_ENDPOINT";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisMachine() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        String property = System.getProperty(ENDPOINT);
        if (property != null) {
            environment.put(ENDPOINT, property);
        }
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return new Surroundings(
                environment, Path.of(System.getProperty("user.home", ".")), Path.of("/"), windows);
    }

    /// A variable that is there and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// Where a user's own services listen. A shell without a log-in session lacks the variable.
    Optional<Path> runtimeFolder() {
        Optional<Path> named = variable("XDG_RUNTIME_DIR").map(Path::of);
        if (named.isPresent() || windows) {
            return named;
        }
        try {
            Path usual =
                    root.resolve("run/user")
                            .resolve(Files.getAttribute(home, "unix:uid").toString());
            return Optional.of(usual).filter(Files::isDirectory);
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    Path dockerFolder() {
        return variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    }
}
