package org.pykiln.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pykiln.engine.Cancellation;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.Workspace;

/// pyperf and pyperformance at pinned versions, kept in the workspace: fetched once, verified by
/// SHA-256, offline from then on.
public final class Kit {
    /// Content hash of the kit this PyKiln measures with, in hexadecimal.
    public static final String HASH = KitLock.SHIPPED.hash();

    /// Where the scripts of all benchmarks are, below the kit.
    static final String BENCHMARKS = "pyperformance/data-files/benchmarks/";

    private final Path folder;
    private final HostPip pip;
    private final KitLock lock;

    public Kit(Workspace workspace) {
        this(workspace, HostPip.USUAL, KitLock.SHIPPED);
    }

    Kit(Workspace workspace, HostPip pip, KitLock lock) {
        this.folder = workspace.kits();
        this.pip = pip;
        this.lock = lock;
    }

    /// The packages of the kit with their SHA-256, as pip reads them.
    public static String lockText() {
        return KitLock.SHIPPED.text();
    }

    public static String pyperfVersion() {
        return KitLock.SHIPPED.version("pyperf");
    }

    public static String pyperformanceVersion() {
        return KitLock.SHIPPED.version("pyperformance");
    }

    /// Whether all of the kit is in the workspace with the right content.
    public boolean isComplete() {
        return lock.pins().stream().allMatch(pin -> isGood(folder.resolve(pin.wheel()), pin));
    }

    private static boolean isGood(Path wheel, KitLock.Pin pin) {
        try {
            return Files.isRegularFile(wheel)
                    && KitLock.sha256(Files.readAllBytes(wheel)).equals(pin.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Wheels of the kit, whether they are there or not.
    List<Path> wheels() {
        return lock.pins().stream().map(pin -> folder.resolve(pin.wheel())).toList();
    }

    /// Fetches what is missing with this host's `python3 -m pip`; does nothing offline when nothing
    /// is.
    ///
    /// @param log hears what pip says, line by line
    /// @throws BenchException with [BenchProblem.KitUnavailable]
    /// @throws CancellationException when cancelled
    public void fetch(Consumer<String> log, Cancellation cancellation) {
        if (isComplete()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempDirectory(folder, "fetch-");
            try {
                download(temporary, log, cancellation);
                for (KitLock.Pin pin : lock.pins()) {
                    keep(temporary.resolve(pin.wheel()), pin);
                }
            } finally {
                delete(temporary);
            }
        } catch (IOException failed) {
            throw unavailable("the kit cannot be kept in " + folder + ": " + failed.getMessage())
                    .exception(failed);
        }
    }

    private void keep(Path downloaded, KitLock.Pin pin) throws IOException {
        if (!isGood(downloaded, pin)) {
            throw unavailable(pin.wheel() + " does not have the content that PyKiln expects")
                    .exception();
        }
        AtomicFiles.write(folder.resolve(pin.wheel()), out -> Files.copy(downloaded, out));
    }

    private void download(Path to, Consumer<String> log, Cancellation cancellation)
            throws IOException {
        Path list = to.resolve("kit.txt");
        Files.writeString(list, lock.text());
        HostPip.Ended ended;
        try {
            ended = pip.download(List.of(), list, to, log, cancellation);
        } catch (IOException notStarted) {
            throw unavailable("" + notStarted.getMessage()).exception(notStarted);
        }
        if (ended.code() != 0) {
            throw unavailable("pip says: " + ended.lastLine()).exception();
        }
    }

    private BenchProblem.KitUnavailable unavailable(String reason) {
        String files = String.join(" and ", lock.pins().stream().map(KitLock.Pin::wheel).toList());
        return new BenchProblem.KitUnavailable(
                "The benchmark kit could not be fetched: " + reason + ".",
                "Install Python 3 with pip and go online once, or copy %s into %s."
                        .formatted(files, folder));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.deleteIfExists(file);
                        } catch (IOException busy) {
                            throw new UncheckedIOException(busy);
                        }
                    });
        } catch (UncheckedIOException busy) {
            throw busy.getCause();
        }
    }
}
