package org.pykiln.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;

/// The pip of this computer's Python, which knows the user's index, proxy and certificates.
///
/// @param python command that starts it
record HostPip(List<String> python) {
    static final HostPip USUAL = new HostPip(List.of(isWindows() ? "python" : "python3"));

    HostPip {
        python = List.copyOf(python);
    }

    /// How pip ended, and what it said.
    record Ended(int code, List<String> lines) {
        Ended {
            lines = List.copyOf(lines);
        }

        String lastLine() {
            return Logs.lastLine(String.join("\n", lines));
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /// Downloads the wheels of requirements with hashes, and of nothing else.
    ///
    /// @param options such as of a platform that is not this one
    /// @param log hears what pip says, line by line
    /// @throws IOException when there is no such Python
    /// @throws CancellationException when cancelled
    Ended download(
            List<String> options,
            Path requirements,
            Path to,
            Consumer<String> log,
            Cancellation cancellation)
            throws IOException {
        List<String> command = new ArrayList<>(python);
        command.addAll(List.of("-m", "pip", "download", "--no-input"));
        command.addAll(List.of("--disable-pip-version-check", "--progress-bar=off"));
        command.addAll(List.of("--no-deps", "--require-hashes", "--only-binary=:all:"));
        command.addAll(options);
        command.addAll(List.of("-r", requirements.toString(), "-d", to.toString()));
        Process pip;
        try {
            pip = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notStarted) {
            throw new IOException("this computer has no " + python.getFirst(), notStarted);
        }
        List<String> lines = new ArrayList<>();
        try (Cancellation.Registration registration = cancellation.onCancel(pip::destroy);
                OutputStream unused = pip.getOutputStream();
                BufferedReader output =
                        new BufferedReader(
                                new InputStreamReader(
                                        pip.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.accept(line);
                lines.add(line);
            }
            return new Ended(pip.waitFor(), lines);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("pip was interrupted");
        } finally {
            pip.destroy();
            cancellation.throwIfCancelled();
        }
    }
}
