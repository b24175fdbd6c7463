package org.pykiln.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.plan.PythonRelease;
import org.pykiln.workspace.Workspace;

@Timeout(60)
class DistfilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final byte[] archive = new byte[300_000];
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch testOver = new CountDownLatch(1);

    @TempDir private Path folder;
    private HttpServer server;
    private PythonRelease release;

    /// What the server does with a request.
    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private Answer answer = this::sendArchive;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(archive);
        release = new PythonRelease("3.15.0b1", sum(archive));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    try (exchange) {
                        answer.to(exchange);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        testOver.countDown();
        server.stop(0);
    }

    @Test
    void downloadsVerifiesAndKeeps() throws IOException {
        List<Long> heard = new ArrayList<>();
        Path file =
                distfiles()
                        .fetch(
                                release,
                                (done, total) -> {
                                    heard.add(done);
                                    assertThat(total)
                                            .isIn(OptionalLong.empty(), OptionalLong.of(300_000));
                                },
                                () -> false);

        assertThat(file).isEqualTo(cache().resolve("Python-3.15.0b1.tar.xz"));
        assertThat(file).hasBinaryContent(archive);
        assertThat(asked).containsExactly("/ftp/3.15.0/Python-3.15.0b1.tar.xz");
        assertThat(heard).isSorted().endsWith(300_000L);
        assertThat(fetch()).isEqualTo(file);
        assertThat(asked).as("a second fetch needs no network").hasSize(1);
        assertNothingElseIn(cache(), file);
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() {
        String proxy = "http://localhost:" + server.getAddress().getPort();
        URI origin = URI.create("http://python.invalid/ftp/");
        Map<String, String> environment = Map.of("http_proxy", proxy);

        Path file =
                new Distfiles(cache(), List.of(), origin, PATIENCE, environment)
                        .fetch(release, FetchProgress.SILENT, () -> false);

        assertThat(file).hasBinaryContent(archive);
        assertThat(asked).containsExactly("/ftp/3.15.0/Python-3.15.0b1.tar.xz");
    }

    @Test
    void addressesAreThoseOfPythonOrg() {
        Distfiles real = Distfiles.of(new Workspace(folder), Map.of());
        assertThat(real.address(release("3.13.5")))
                .hasToString("https://www.python.org/ftp/python/3.13.5/Python-3.13.5.tar.xz");
        assertThat(real.address(release("3.14.0rc2")))
                .hasToString("https://www.python.org/ftp/python/3.14.0/Python-3.14.0rc2.tar.xz");
    }

    @Test
    void wrongDownloadNeverGetsTheName() throws IOException {
        PythonRelease other = release("3.13.5");
        DistfileException refused =
                catchThrowableOfType(
                        DistfileException.class,
                        () -> distfiles().fetch(other, FetchProgress.SILENT, () -> false));

        assertThat(refused.problem()).isInstanceOf(DistfileProblem.WrongChecksum.class);
        assertThat(refused).hasMessageContaining(other.sha256()).hasMessageContaining(sum(archive));
        assertNothingIn(cache());
    }

    @Test
    void truncatedDownloadNeverGetsTheName() throws IOException {
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, archive.length);
                    exchange.getResponseBody().write(archive, 0, archive.length / 2);
                    exchange.getResponseBody().flush();
                };
        assertThatThrownBy(this::fetch).isInstanceOf(DistfileException.class);
        assertNothingIn(cache());
    }

    @Test
    void statusOtherThanOkIsReported() throws IOException {
        answer = exchange -> exchange.sendResponseHeaders(404, -1);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DistfileException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("installer/linux/setup.sh --python 3.15.0b1");
        assertNothingIn(cache());
    }

    @Test
    void unreachableServerComesWithARemedy() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        Distfiles nowhere =
                new Distfiles(
                        cache(),
                        List.of(),
                        URI.create("http://localhost:%d/".formatted(freePort)),
                        PATIENCE,
                        Map.of());
        DistfileException refused =
                catchThrowableOfType(
                        DistfileException.class,
                        () -> nowhere.fetch(release, FetchProgress.SILENT, () -> false));
        assertThat(refused.problem()).isInstanceOf(DistfileProblem.Unreachable.class);
        assertThat(refused)
                .hasMessageContaining("setup.sh --python 3.15.0b1")
                .hasMessageContaining(Distfiles.FOLDERS);
        assertNothingIn(cache());
    }

    @Test
    void silentServerIsGivenUp() throws IOException {
        answer = this::sendHalfAndStall;
        Distfiles impatient =
                new Distfiles(cache(), List.of(), origin(), Duration.ofMillis(1500), Map.of());
        assertThatThrownBy(() -> impatient.fetch(release, FetchProgress.SILENT, () -> false))
                .isInstanceOf(DistfileException.class)
                .hasMessageContaining("no byte");
        assertNothingIn(cache());
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        answer = this::sendHalfAndStall;
        AtomicBoolean cancelled = new AtomicBoolean();
        FetchProgress cancelsOnFirstByte =
                (done, total) -> {
                    if (done > 0) {
                        cancelled.set(true);
                    }
                };
        assertThatThrownBy(() -> distfiles().fetch(release, cancelsOnFirstByte, cancelled::get))
                .isInstanceOf(CancellationException.class);
        assertNothingIn(cache());
    }

    @Test
    void interruptingCancels() throws IOException {
        answer = this::sendHalfAndStall;
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::fetch).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingIn(cache());
    }

    @Test
    void filesInFurtherFoldersAreUsedInPlace() throws IOException {
        Path wrong = folder.resolve("wrong");
        Path right = folder.resolve("right");
        put(wrong, "not an archive".getBytes());
        Path file = put(right, archive);
        String variable = String.join(java.io.File.pathSeparator, wrong + "", "", right + "");
        Distfiles distfiles =
                Distfiles.of(
                        new Workspace(folder.resolve("home")), Map.of(Distfiles.FOLDERS, variable));
        List<String> notes = new ArrayList<>();

        assertThat(distfiles.find(release)).contains(file);
        assertThat(distfiles.fetch(release, noting(notes), () -> false)).isEqualTo(file);
        assertThat(notes).singleElement().asString().contains(wrong.toString(), release.sha256());
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void signatureIsFetchedOnceFromBesideTheArchive() throws IOException {
        Path file = distfiles().fetchSignature(release, ".asc", () -> false);

        assertThat(file).isEqualTo(cache().resolve("Python-3.15.0b1.tar.xz.asc"));
        assertThat(distfiles().fetchSignature(release, ".asc", () -> false)).isEqualTo(file);
        assertThat(asked).containsExactly("/ftp/3.15.0/Python-3.15.0b1.tar.xz.asc");
    }

    @Test
    void missingSignatureComesWithARemedy() throws IOException {
        answer = exchange -> exchange.sendResponseHeaders(404, -1);
        assertThatThrownBy(() -> distfiles().fetchSignature(release, ".sigstore", () -> false))
                .isInstanceOf(DistfileException.class)
                .hasMessageContaining("Python-3.15.0b1.tar.xz.sigstore")
                .hasMessageContaining("404")
                .hasMessageContaining("source-verification=sha256");
        assertNothingIn(cache());
    }

    @Test
    void spoiltFileInTheCacheIsReplaced() throws IOException {
        Path file = put(cache(), "spoilt".getBytes());
        assertThat(distfiles().find(release)).isEmpty();
        assertThat(fetch()).isEqualTo(file).hasBinaryContent(archive);
    }

    @Test
    void fileThatWasSpoiltAfterItWasVerifiedIsNoticed() throws IOException {
        Path file = fetch();
        Files.write(file, new byte[] {1});
        assertThat(distfiles().find(release)).isEmpty();
    }

    @Test
    void unwritableCacheIsReported() throws IOException {
        Files.createFile(cache());
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DistfileException.class)
                .hasMessageContaining("cannot be written");
        assertThat(asked).isEmpty();
    }

    private Path fetch() {
        return distfiles().fetch(release, FetchProgress.SILENT, () -> false);
    }

    private Distfiles distfiles() {
        return new Distfiles(cache(), List.of(), origin(), PATIENCE, Map.of());
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private URI origin() {
        return URI.create("http://localhost:%d/ftp/".formatted(server.getAddress().getPort()));
    }

    private void sendArchive(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, archive.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(archive);
        }
    }

    private void sendHalfAndStall(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive, 0, archive.length / 2);
        exchange.getResponseBody().flush();
        testOver.await();
    }

    private Path put(Path where, byte[] content) throws IOException {
        Files.createDirectories(where);
        return Files.write(where.resolve(release.archive()), content);
    }

    private static FetchProgress noting(List<String> notes) {
        return new FetchProgress() {
            @Override
            public void fetched(long done, OptionalLong total) {}

            @Override
            public void note(String message) {
                notes.add(message);
            }
        };
    }

    private static PythonRelease release(String version) {
        return new PythonRelease(version, "0".repeat(64));
    }

    private static String sum(byte[] content) {
        Sha256 sum = new Sha256();
        sum.add(content, content.length);
        return sum.hex();
    }

    private static void assertNothingIn(Path folder) throws IOException {
        if (Files.exists(folder)) {
            assertNothingElseIn(folder);
        }
    }

    private static void assertNothingElseIn(Path folder, Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }
}
