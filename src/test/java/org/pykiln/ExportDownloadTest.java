package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.job.Job;
import org.pykiln.job.JobQueue;
import org.pykiln.job.JobState;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.source.Distfiles;
import org.pykiln.ui.common.DockerfileServices.Export;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.wheels.WheelIndexes;
import org.pykiln.workspace.RecentFolders;

/// Exports whose source comes from a server that takes its time.
@Timeout(60)
class ExportDownloadTest {
    private static final String ARCHIVE =
            Catalogue.plan(Recipe.defaults()).python().value().archive();

    @TempDir Path folder;
    private final CountDownLatch over = new CountDownLatch(1);
    private final byte[] half = new byte[50_000];
    private boolean stalls = true;
    private HttpServer server;
    private WindowDockerfiles dockerfiles;
    private Path cache;
    private Path target;

    @BeforeEach
    void serve() throws IOException {
        cache = Files.createDirectory(folder.resolve("cache"));
        target = Files.createDirectory(folder.resolve("target"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, 2L * half.length);
                        exchange.getResponseBody().write(half);
                        exchange.getResponseBody().flush();
                        if (stalls) {
                            over.await();
                        }
                        exchange.getResponseBody().write(half);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
        URI origin = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        dockerfiles =
                new WindowDockerfiles(
                        new SourceFiles(
                                new Distfiles(
                                        cache, List.of(), origin, Duration.ofSeconds(20), Map.of()),
                                new WheelIndexes(
                                        new RecentFolders(folder.resolve("none")), List.of())));
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void showsProgressAndLeavesNothingWhenItIsCancelled() throws Exception {
        Export export = export(target);
        assertThat(dockerfiles.needsDownload(export)).isTrue();
        JobQueue queue = new JobQueue(Thread::startVirtualThread, InstantSource.system());
        Job<List<Path>> job = submit(queue, export);
        while (job.progress().done().orElse(0) == 0) {
            Thread.sleep(10);
        }
        assertThat(job.progress().done()).hasValue(0.5);
        assertThat(job.progress().status()).isEqualTo(ARCHIVE + ": 0.1 of 0.1 MB");
        queue.cancel(job);
        await(job);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cache).isEmptyDirectory();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void leavesNothingWhenWhatComesIsNotTheSource() throws Exception {
        stalls = false;
        JobQueue queue = new JobQueue(Thread::startVirtualThread, InstantSource.system());
        Job<List<Path>> job = submit(queue, export(target.resolve("taken.zip")));
        await(job);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.problem().orElseThrow().getMessage()).contains(ARCHIVE, "SHA-256");
        assertThat(cache).isEmptyDirectory();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void saysWithoutDownloadingWhatItWouldReplace() throws Exception {
        assertThat(dockerfiles.replaced(export(target))).isEmpty();
        Path mine = Files.writeString(target.resolve("Dockerfile"), "FROM mine");
        Path other = Files.writeString(target.resolve(ARCHIVE), "another one");
        assertThat(dockerfiles.replaced(export(target))).containsExactlyInAnyOrder(mine, other);
        Path zip = Files.writeString(target.resolve("a.zip"), "");
        assertThat(dockerfiles.replaced(export(zip))).containsExactly(zip);
        assertThat(cache).isEmptyDirectory();
    }

    private Job<List<Path>> submit(JobQueue queue, Export export) {
        return queue.submit(
                "Export mine",
                context -> {
                    dockerfiles.download(export, context);
                    return dockerfiles.export(export);
                });
    }

    private static void await(Job<?> job) throws InterruptedException {
        while (!job.state().isEnded()) {
            Thread.sleep(10);
        }
    }

    private static Export export(Path to) {
        return new Export(
                new NamedRecipe("mine", "", Recipe.defaults(), false, Optional.empty()),
                Dialect.PORTABLE,
                List.of(),
                to);
    }
}
