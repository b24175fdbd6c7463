package org.pykiln.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Docker engine of a test's own, beside the one of the machine, that may be killed. It has no
/// network and shares nothing with the other.
public final class OwnDockerd implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Path folder;
    private @Nullable Process daemon;

    /// Skips the test where this user can start none.
    public OwnDockerd() throws IOException {
        boolean installed =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "dockerd")));
        assumeTrue(
                installed && System.getProperty("user.name").equals("root"),
                "needs dockerd, and root to start it");
        folder = Files.createTempDirectory("own-dockerd");
    }

    public String endpoint() {
        return "unix://" + folder.resolve("engine.sock");
    }

    /// Returns when it answers.
    public void start() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("pid"));
        daemon =
                new ProcessBuilder(
                                // without a bridge of its own it takes down the machine's
                                "unshare",
                                "--net",
                                "dockerd",
                                "--data-root",
                                folder.resolve("data").toString(),
                                "--exec-root",
                                folder.resolve("exec").toString(),
                                "--host",
                                endpoint(),
                                "--pidfile",
                                folder.resolve("pid").toString(),
                                "--bridge",
                                "none",
                                "--iptables=false")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        for (int i = 0; i < 2 * SECONDS; i++) {
            if (run("docker", "--host", endpoint(), "version") == 0) {
                return;
            }
            Thread.sleep(500);
        }
        throw new IOException(Files.readString(folder.resolve("log")));
    }

    /// Gives it an image of the machine's engine.
    public void load(String image) throws IOException, InterruptedException {
        List<Process> pipe =
                ProcessBuilder.startPipeline(
                        List.of(
                                new ProcessBuilder("docker", "save", image),
                                new ProcessBuilder("docker", "--host", endpoint(), "load")
                                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)));
        for (Process process : pipe) {
            assertThat(process.waitFor()).isZero();
        }
    }

    /// As when its machine fails: at once, in the middle of whatever it does.
    public void kill() throws InterruptedException {
        Process running = daemon;
        assertThat(running).isNotNull();
        List<ProcessHandle> all = running.descendants().toList();
        running.destroyForcibly();
        assertThat(running.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        // one that is started meanwhile would take the dying containerd for its own
        for (ProcessHandle child : all) {
            while (child.isAlive()) {
                Thread.sleep(20);
            }
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /// Stops what a killed one has left as well, by starting it anew.
    @Override
    public void close() throws IOException, InterruptedException {
        Process running = daemon;
        if (running != null) {
            if (!running.isAlive()) {
                start();
                running = daemon;
            }
            running.destroy();
            running.waitFor(SECONDS, TimeUnit.SECONDS);
        }
        endRest();
        run("rm", "-rf", "--one-file-system", folder.toString());
    }

    /// What even the next one did not end: keepers of containers, and their mounts.
    private void endRest() throws IOException, InterruptedException {
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(folder + "/"))
                .forEach(ProcessHandle::destroyForcibly);
        List<String> mounts =
                Files.readAllLines(Path.of("/proc/mounts")).stream()
                        .map(line -> line.split(" ")[1])
                        .filter(place -> place.startsWith(folder + "/"))
                        .toList();
        for (String mount : mounts.reversed()) {
            run("umount", mount);
        }
    }
}
