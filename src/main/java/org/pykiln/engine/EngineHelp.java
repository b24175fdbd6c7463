package org.pykiln.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which commands would help where no engine can be used: each case has its own. PyKiln gives none
/// of them by itself.
public final class EngineHelp {
    /// Installs an engine on Debian and Ubuntu, from PyKiln's folder.
    public static final String SETUP = "installer/linux/setup.sh";

    private static final List<String> KNOWN_PROGRAMS =
            List.of("docker", "dockerd", "podman", "colima", "systemctl", "brew", "winget");

    private EngineHelp() {}

    /// @param where for whom the command is, and why
    public record Advice(String where, String line) {}

    /// Of a machine, what decides which commands it has.
    ///
    /// @param programs that are installed, of those that matter here
    public record Machine(System system, Set<String> programs) {
        /// Families of operating systems.
        public enum System {
            LINUX,
            MAC,
            WINDOWS
        }

        public Machine {
            programs = Set.copyOf(programs);
        }

        public static Machine of(Map<String, String> environment, String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            System system =
                    name.startsWith("mac")
                            ? System.MAC
                            : name.startsWith("windows") ? System.WINDOWS : System.LINUX;
            String separator = system == System.WINDOWS ? ";" : ":";
            String ending = system == System.WINDOWS ? ".exe" : "";
            List<String> path =
                    List.of(
                            environment
                                    .getOrDefault("PATH", "")
                                    .split(Pattern.quote(separator), -1));
            return new Machine(
                    system,
                    KNOWN_PROGRAMS.stream()
                            .filter(program -> isIn(path, program + ending))
                            .collect(Collectors.toSet()));
        }

        private static boolean isIn(List<String> folders, String file) {
            return folders.stream()
                    .filter(folder -> !folder.isBlank())
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, file)));
        }

        boolean has(String program) {
            return programs.contains(program);
        }
    }

    /// The likeliest first; none where an engine can be used.
    public static List<Advice> of(List<EngineCandidate> candidates, Machine machine) {
        List<Advice> all = new ArrayList<>();
        if (candidates.stream().anyMatch(EngineCandidate::usable)) {
            return all;
        }
        candidates.stream()
                .filter(EngineHelp::isForbidden)
                .findFirst()
                .ifPresent(place -> {
                    all.add(
                            new Advice(
                                    "An engine runs, and this user may not speak to it. Join the group that"
                                            + " may, then log in again",
                                    "sudo usermod -aG docker \"$USER\""));
                });
        candidates.stream().filter(EngineCandidate::named).forEach(place -> named(place, all));
        boolean forbidden = !all.isEmpty() && candidates.stream().anyMatch(EngineHelp::isForbidden);
        if (!forbidden) {
            if (isInstalled(candidates, machine)) {
                starting(machine, all);
            } else {
                installing(machine, all);
            }
        }
        return List.copyOf(all);
    }

    private static boolean isForbidden(EngineCandidate candidate) {
        return candidate.problem().orElse(null) instanceof EngineProblem.PermissionDenied;
    }

    /// A place that somebody pointed at and that is no good hides those that would be found.
    private static void named(EngineCandidate place, List<Advice> all) {
        if (isForbidden(place)) {
            return;
        }
        for (String name : place.name().split(", ")) {
            String line =
                    switch (name) {
                        case "PYKILN_ENGINE_ENDPOINT", "DOCKER_HOST" -> "unset " + name;
                        case "chosen in PyKiln" -> "./pykiln engines --automatic";
                        case String other ->
                                other.startsWith("current context ")
                                        ? "docker context use default"
                                        : "";
                    };
            if (!line.isEmpty()) {
                all.add(
                        new Advice(
                                "%s points to %s, where no engine can be used: take that back"
                                        .formatted(name, place.endpoint()),
                                line));
            }
        }
    }

    /// A socket without anybody behind it was left by an engine that ran.
    private static boolean isInstalled(List<EngineCandidate> candidates, Machine machine) {
        boolean left =
                candidates.stream()
                        .anyMatch(one ->
                                !one.named()
                                        && one.problem().orElse(null)
                                                instanceof EngineProblem.Unreachable);
        boolean pipes = machine.system() == Machine.System.WINDOWS;
        boolean daemon =
                machine.system() == Machine.System.LINUX
                        ? machine.has("dockerd")
                        : machine.has("docker");
        return daemon || machine.has("podman") || machine.has("colima") || left && !pipes;
    }

    private static void starting(Machine machine, List<Advice> all) {
        boolean linux = machine.system() == Machine.System.LINUX;
        boolean docker = machine.has("docker") || machine.has("dockerd");
        if (machine.has("colima")) {
            all.add(new Advice("Colima is installed and does not run", "colima start"));
        }
        if (docker || !machine.has("podman") && !machine.has("colima")) {
            String line =
                    switch (machine.system()) {
                        case LINUX ->
                                machine.has("systemctl")
                                        ? "sudo systemctl start docker"
                                        : "sudo service docker start";
                        case MAC -> "open -a Docker";
                        case WINDOWS ->
                                "start \"\" \"%ProgramFiles%\\Docker\\Docker\\Docker Desktop.exe\"";
                    };
            all.add(new Advice("Docker is installed and does not run", line));
        }
        if (machine.has("podman")) {
            all.add(
                    new Advice(
                            "Podman is installed and does not listen",
                            linux
                                    ? "systemctl --user start podman.socket"
                                    : "podman machine start"));
        }
    }

    private static void installing(Machine machine, List<Advice> all) {
        switch (machine.system()) {
            case LINUX ->
                    all.add(
                            new Advice(
                                    "No engine is installed. Debian and Ubuntu, from PyKiln's"
                                            + " folder",
                                    SETUP));
            case MAC ->
                    all.add(
                            new Advice(
                                    "No engine is installed",
                                    machine.has("brew")
                                            ? "brew install colima docker && colima start"
                                            : "brew install --cask docker"));
            case WINDOWS ->
                    all.add(
                            new Advice(
                                    "No engine is installed",
                                    "winget install Docker.DockerDesktop"));
        }
    }
}
