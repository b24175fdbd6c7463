package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DockerDiscoveryTest {
    /// The path of a socket must be short, and JUnit's temporary folders may not be.
    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createTempDirectory("pk");
    }

    @AfterEach
    void removeRoot() throws IOException {
        try (var all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void looksInEveryUsualPlaceInOrder() throws IOException {
        write("home/.colima/work/docker.sock", "");
        assertThat(places(machine(Map.of("XDG_RUNTIME_DIR", root + "/run/user/7"))))
                .extracting(Places.Place::name)
                .containsExactly(
                        "default socket",
                        "rootless Docker",
                        "Docker Desktop",
                        "Docker Desktop",
                        "Colima work",
                        "OrbStack",
                        "Rancher Desktop",
                        "rootless Podman",
                        "Podman",
                        "Podman machine");
        Surroundings windows = new Surroundings(Map.of(), root.resolve("home"), root, true);
        assertThat(places(windows))
                .extracting(Places.Place::uri)
                .startsWith("npipe:////./pipe/docker_engine");
    }

    @Test
    void readsContextsWithTheCurrentOneFirst() throws IOException {
        write("home/.docker/config.json", "{\"currentContext\":\"zeta\"}");
        context("aa", "alpha", "tcp://build.example:2376");
        context("bb", "zeta", "unix://" + root + "/zeta.sock");
        write("home/.docker/contexts/tls/aa/docker/cert.pem", "x");
        write("home/.docker/contexts/meta/cc/meta.json", "{ not json");
        List<Places.Place> places = places(machine(Map.of("DOCKER_HOST", "other.example:2375")));
        assertThat(places.subList(0, 3))
                .extracting(Places.Place::name, Places.Place::uri)
                .containsExactly(
                        tuple("DOCKER_HOST", "tcp://other.example:2375"),
                        tuple("current context zeta", "unix://" + root + "/zeta.sock"),
                        tuple("context alpha", "tcp://build.example:2376"));
        assertThat(places.get(0).certificates()).isEmpty();
        assertThat(places.get(2).certificates())
                .contains(root.resolve("home/.docker/contexts/tls/aa/docker"));
    }

    @Test
    void asksOnePlaceOnceWhateverItIsCalled() throws IOException {
        Path real = write("run/docker.sock", "");
        Files.createSymbolicLink(root.resolve("var"), root);
        assertThat(places(machine(Map.of("DOCKER_HOST", "unix://" + real))))
                .first()
                .extracting(Places.Place::name)
                .isEqualTo("DOCKER_HOST, default socket");
    }

    @Test
    void saysOfEachPlaceWhyItIsNoGood() throws Exception {
        Path deaf = root.resolve("deaf.sock");
        context("aa", "remote", "ssh://me@build.example");
        context("bb", "deaf", "unix://" + deaf);
        Path stale = root.resolve("var/run/docker.sock");
        Files.createDirectories(stale.getParent());
        try (ServerSocketChannel listening = listen(deaf)) {
            listen(stale).close();
            long start = System.nanoTime();
            List<EngineCandidate> candidates =
                    new DockerDiscovery(machine(Map.of()), Optional::empty, Duration.ofSeconds(1))
                            .candidates();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(candidates).noneMatch(EngineCandidate::usable);
            assertThat(reason(candidates, "context remote"))
                    .contains("ssh -nNT", "me@build.example", Surroundings.ENDPOINT);
            assertThat(reason(candidates, "context deaf")).contains("does not answer in time");
            assertThat(reason(candidates, "default socket")).contains("does not answer");
            assertThat(reason(candidates, "Podman")).contains("There is no socket");
            assertThat(listening.isOpen()).isTrue();
        }
    }

    @Test
    void findsAnEngine() throws IOException {
        Path socket = root.resolve("e.sock");
        try (ServerSocketChannel server = serve(socket)) {
            EngineCandidate found =
                    discovery(Map.of(Surroundings.ENDPOINT, "unix://" + socket))
                            .candidates()
                            .getFirst();
            assertThat(found.usable()).as(found.reason()).isTrue();
            assertThat(found.facts().map(EngineFacts::apiVersion)).contains("1.44");
            assertThat(server.isOpen()).isTrue();
        }
    }

    @Test
    void usesTheNamedEngineOrNone() throws IOException {
        Path usual = root.resolve("var/run/docker.sock");
        Files.createDirectories(usual.getParent());
        try (ServerSocketChannel server = serve(usual)) {
            EngineException e =
                    catchThrowableOfType(
                            EngineException.class,
                            () ->
                                    discovery(
                                                    Map.of(
                                                            Surroundings.ENDPOINT,
                                                            "unix://" + root + "/none.sock"))
                                            .open());
            assertThat(e.problem()).isInstanceOf(EngineProblem.Unreachable.class);
            assertThat(e).hasMessageContaining("none.sock");
            try (var engine = discovery(Map.of()).open()) {
                assertThat(engine.facts().version()).isEqualTo("99.0");
            }
            assertThat(server.isOpen()).isTrue();
        }
    }

    @Test
    void aChosenEngineIsUsedOrNoneAndTheEnvironmentWins() throws IOException {
        Path usual = root.resolve("var/run/docker.sock");
        Files.createDirectories(usual.getParent());
        String chosen = "unix://" + root + "/chosen.sock";
        try (ServerSocketChannel server = serve(usual)) {
            DockerDiscovery discovery =
                    new DockerDiscovery(machine(Map.of()), () -> Optional.of(chosen));
            assertThat(discovery.choice())
                    .isEqualTo(new EngineChoice(EngineChoice.Source.SETTINGS, chosen));
            EngineCandidate first = discovery.candidates().getFirst();
            assertThat(first.endpoint()).isEqualTo(chosen);
            assertThat(first.problem().orElseThrow()).isInstanceOf(EngineProblem.Absent.class);
            assertThat(catchThrowableOfType(EngineException.class, discovery::open))
                    .hasMessageContaining("chosen in PyKiln")
                    .hasMessageContaining("chosen.sock")
                    .hasMessageNotContaining("default socket");

            String named = "unix://" + usual;
            DockerDiscovery both =
                    new DockerDiscovery(
                            machine(Map.of(Surroundings.ENDPOINT, named)),
                            () -> Optional.of(chosen));
            assertThat(both.choice())
                    .isEqualTo(new EngineChoice(EngineChoice.Source.ENVIRONMENT, named));
            try (var engine = both.open()) {
                assertThat(engine.facts().version()).isEqualTo("99.0");
            }
            assertThat(server.isOpen()).isTrue();
        }
    }

    @Test
    void aChosenContextKeepsItsCertificates() throws IOException {
        context("aa", "alpha", "tcp://build.example:2376");
        write("home/.docker/contexts/tls/aa/docker/cert.pem", "x");
        Places.Place first =
                Places.of(machine(Map.of()), Optional.of("tcp://build.example:2376")).getFirst();
        assertThat(first.name()).isEqualTo("chosen in PyKiln, context alpha");
        assertThat(first.certificates())
                .contains(root.resolve("home/.docker/contexts/tls/aa/docker"));
    }

    private static List<Places.Place> places(Surroundings machine) {
        return Places.of(machine, Optional.empty());
    }

    private DockerDiscovery discovery(Map<String, String> environment) {
        return new DockerDiscovery(machine(environment));
    }

    private Surroundings machine(Map<String, String> environment) {
        return new Surroundings(environment, root.resolve("home"), root, false);
    }

    private static String reason(List<EngineCandidate> candidates, String name) {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private void context(String hash, String name, String host) throws IOException {
        write(
                "home/.docker/contexts/meta/" + hash + "/meta.json",
                "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}"
                        .formatted(name, host));
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(socket));
    }

    /// Answers every request as an engine answers both `/version` and `/info`.
    private static ServerSocketChannel serve(Path socket) throws IOException {
        ServerSocketChannel server = listen(socket);
        String body =
                """
                {"Version":"99.0","ApiVersion":"1.60","MinAPIVersion":"1.44","Architecture":"x86_64",
                 "KernelVersion":"6.1.0-test","NCPU":4,"MemTotal":1}\
                """;
        byte[] answer =
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(body.length(), body))
                        .getBytes(StandardCharsets.US_ASCII);
        Thread.ofVirtual()
                .start(() -> {
                    while (server.isOpen()) {
                        try (SocketChannel client = server.accept()) {
                            client.read(ByteBuffer.allocate(10_000));
                            client.write(ByteBuffer.wrap(answer));
                        } catch (IOException closed) {
                            continue;
                        }
                    }
                });
        return server;
    }
}
