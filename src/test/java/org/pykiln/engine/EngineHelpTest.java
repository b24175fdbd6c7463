package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.EngineHelp.Advice;
import org.pykiln.engine.EngineHelp.Machine;
import org.pykiln.testing.FakeEngine;

class EngineHelpTest {
    private static final String SOCKET = "unix:///var/run/docker.sock";
    private static final EngineCandidate NO_SOCKET =
            place("default socket", false, new EngineProblem.Absent(SOCKET, "no socket"));

    @Test
    void notInstalled() {
        assertThat(lines(Machine.System.LINUX, Set.of(), NO_SOCKET))
                .containsExactly("installer/linux/setup.sh");
        assertThat(lines(Machine.System.MAC, Set.of("brew"), NO_SOCKET))
                .containsExactly("brew install colima docker && colima start");
        assertThat(lines(Machine.System.MAC, Set.of(), NO_SOCKET)).hasSize(1);
        assertThat(lines(Machine.System.WINDOWS, Set.of(), NO_SOCKET))
                .containsExactly("winget install Docker.DockerDesktop");
        // the client alone is no engine
        assertThat(lines(Machine.System.LINUX, Set.of("docker"), NO_SOCKET))
                .containsExactly("installer/linux/setup.sh");
    }

    @Test
    void notRunning() {
        EngineCandidate left =
                place("default socket", false, new EngineProblem.Unreachable(SOCKET, "refused"));
        assertThat(lines(Machine.System.LINUX, Set.of("dockerd", "systemctl"), NO_SOCKET))
                .containsExactly("sudo systemctl start docker");
        assertThat(lines(Machine.System.LINUX, Set.of("dockerd"), NO_SOCKET))
                .containsExactly("sudo service docker start");
        assertThat(lines(Machine.System.LINUX, Set.of("systemctl"), left))
                .containsExactly("sudo systemctl start docker");
        assertThat(lines(Machine.System.LINUX, Set.of("podman"), NO_SOCKET))
                .containsExactly("systemctl --user start podman.socket");
        assertThat(lines(Machine.System.MAC, Set.of("docker", "colima"), NO_SOCKET))
                .containsExactly("colima start", "open -a Docker");
        assertThat(lines(Machine.System.MAC, Set.of("podman"), NO_SOCKET))
                .containsExactly("podman machine start");
        assertThat(lines(Machine.System.WINDOWS, Set.of("docker"), NO_SOCKET))
                .singleElement()
                .asString()
                .contains("Docker Desktop.exe");
    }

    @Test
    void notAllowed() {
        EngineCandidate forbidden =
                place("default socket", false, new EngineProblem.PermissionDenied(SOCKET, "no"));
        assertThat(lines(Machine.System.LINUX, Set.of("dockerd", "podman"), forbidden))
                .containsExactly("sudo usermod -aG docker \"$USER\"");
    }

    @Test
    void pointedToTheWrongPlace() {
        EngineCandidate host =
                place(
                        "DOCKER_HOST, context lab",
                        true,
                        new EngineProblem.Unreachable("tcp://build.example:1", "refused"));
        assertThat(lines(Machine.System.LINUX, Set.of(), host, NO_SOCKET))
                .containsExactly("unset DOCKER_HOST", "installer/linux/setup.sh");
        assertThat(all(Machine.System.LINUX, Set.of(), host).getFirst().where())
                .contains("DOCKER_HOST points to tcp://build.example:1");
        EngineCandidate context =
                place(
                        "current context lab",
                        true,
                        new EngineProblem.Unreachable("ssh://me@x", "no ssh"));
        EngineCandidate chosen =
                place("chosen in PyKiln", true, new EngineProblem.Absent(SOCKET, "no socket"));
        assertThat(lines(Machine.System.LINUX, Set.of("dockerd"), chosen, context))
                .containsExactly(
                        "./pykiln engines --automatic",
                        "docker context use default",
                        "sudo service docker start");
        EngineCandidate variable =
                place(
                        "PYKILN_ENGINE_ENDPOINT",
                        true,
                        new EngineProblem.Absent("unix:///x", "no socket"));
        assertThat(lines(Machine.System.LINUX, Set.of(), variable).getFirst())
                .isEqualTo("unset PYKILN_ENGINE_ENDPOINT");
    }

    @Test
    void nothingWhereAnEngineAnswers() {
        EngineCandidate usable =
                new EngineCandidate(
                        "default socket",
                        SOCKET,
                        false,
                        "Engine 20.10",
                        Optional.of(new FakeEngine().facts()),
                        Optional.empty());
        assertThat(lines(Machine.System.LINUX, Set.of(), NO_SOCKET, usable)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void findsWhatIsInstalled(@TempDir Path folder) throws IOException {
        Path program = Files.writeString(folder.resolve("podman"), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("docker"), "");
        assertThat(Machine.of(Map.of("PATH", "/no/such:" + folder + ":"), "Linux"))
                .isEqualTo(new Machine(Machine.System.LINUX, Set.of("podman")));
        assertThat(Machine.of(Map.of(), "Mac OS X").system()).isEqualTo(Machine.System.MAC);
        assertThat(Machine.of(Map.of(), "Windows 11").system()).isEqualTo(Machine.System.WINDOWS);
    }

    private static EngineCandidate place(String name, boolean named, EngineProblem problem) {
        String endpoint =
                switch (problem) {
                    case EngineProblem.Unreachable(String where, String message) -> where;
                    default -> SOCKET;
                };
        return new EngineCandidate(
                name, endpoint, named, problem.message(), Optional.empty(), Optional.of(problem));
    }

    private static List<Advice> all(
            Machine.System system, Set<String> programs, EngineCandidate... places) {
        return EngineHelp.of(List.of(places), new Machine(system, programs));
    }

    private static List<String> lines(
            Machine.System system, Set<String> programs, EngineCandidate... places) {
        return all(system, programs, places).stream().map(Advice::line).toList();
    }
}
