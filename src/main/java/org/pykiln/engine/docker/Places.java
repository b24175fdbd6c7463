package org.pykiln.engine.docker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists where engines may listen on a machine, in order of precedence and each place once.
final class Places {
    /// @param named whether somebody pointed there, as against a place that is merely usual
    record Place(String name, String uri, Optional<Path> certificates, boolean named) {}

    /// Name of the place that a person chose.
    private static final String SETTINGS = "chosen in PyKiln";

    private final Surroundings machine;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private Places(Surroundings machine) {
        this.machine = machine;
    }

    /// @param chosen endpoint in PyKiln's settings
    static List<Place> of(Surroundings machine, Optional<String> chosen) {
        Places places = new Places(machine);
        places.pointedAt(chosen);
        if (machine.windows()) {
            places.pipes();
        } else {
            places.sockets();
        }
        return List.copyOf(places.places.values());
    }

    private void pointedAt(Optional<String> chosen) {
        machine.variable(Surroundings.ENDPOINT)
                .ifPresent(
                        uri -> add(Surroundings.ENDPOINT, withScheme(uri), certificates(), true));
        chosen.ifPresent(uri -> add(SETTINGS, uri, certificates(), true));
        machine.variable("DOCKER_HOST")
                .ifPresent(uri -> add("DOCKER_HOST", withScheme(uri), certificates(), true));
        for (DockerContexts.Context context : DockerContexts.read(machine)) {
            String name = (context.current() ? "current context " : "context ") + context.name();
            add(name, context.host(), context.certificates(), true);
        }
    }

    private void sockets() {
        Path home = machine.home();
        socket("default socket", machine.root().resolve("var/run/docker.sock"));
        Optional<Path> runtime = machine.runtimeFolder();
        runtime.ifPresent(folder -> socket("rootless Docker", folder.resolve("docker.sock")));
        socket("Docker Desktop", home.resolve(".docker/run/docker.sock"));
        socket("Docker Desktop", home.resolve(".docker/desktop/docker.sock"));
        for (Path profile : folders(home.resolve(".colima"))) {
            if (Files.exists(profile.resolve("docker.sock"))) {
                socket("Colima " + profile.getFileName(), profile.resolve("docker.sock"));
            }
        }
        socket("OrbStack", home.resolve(".orbstack/run/docker.sock"));
        socket("Rancher Desktop", home.resolve(".rd/docker.sock"));
        runtime.ifPresent(
                folder -> socket("rootless Podman", folder.resolve("podman/podman.sock")));
        socket("Podman", machine.root().resolve("run/podman/podman.sock"));
        socket(
                "Podman machine",
                home.resolve(".local/share/containers/podman/machine/podman.sock"));
    }

    private void pipes() {
        for (String pipe :
                List.of("docker_engine", "dockerDesktopLinuxEngine", "podman-machine-default")) {
            add("pipe " + pipe, "npipe:////./pipe/" + pipe, Optional.empty(), false);
        }
    }

    /// The docker command line takes a host without scheme for TCP.
    private static String withScheme(String uri) {
        return uri.contains("://") ? uri.strip() : "tcp://" + uri.strip();
    }

    private Optional<Path> certificates() {
        return machine.variable("DOCKER_TLS_VERIFY")
                .map(verify ->
                        machine.variable("DOCKER_CERT_PATH")
                                .map(Path::of)
                                .orElse(machine.dockerFolder()));
    }

    private void socket(String name, Path socket) {
        add(name, "unix://" + socket, Optional.empty(), false);
    }

    private void add(String name, String uri, Optional<Path> certificates, boolean named) {
        Optional<Path> tls = uri.startsWith("tcp:") ? certificates : Optional.empty();
        places.merge(
                identity(uri),
                new Place(name, uri, tls, named),
                (first, again) ->
                        new Place(
                                first.name() + ", " + again.name(),
                                first.uri(),
                                // of a context, when it was chosen by its endpoint
                                first.certificates().or(again::certificates),
                                first.named() || again.named()));
    }

    /// Two paths may lead to one socket: `/var/run` is a link to `/run`, and Docker Desktop links
    /// the default socket to its own.
    private static String identity(String uri) {
        if (!uri.startsWith("unix://")) {
            return uri;
        }
        try {
            return "unix://" + Path.of(uri.substring("unix://".length())).toRealPath();
        } catch (IOException | IllegalArgumentException absent) {
            return uri;
        }
    }

    private static List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(parent)) {
                each.forEach(folders::add);
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }
}
