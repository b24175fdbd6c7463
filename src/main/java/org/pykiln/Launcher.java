package org.pykiln;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.pykiln.cli.PykilnCommand;
import org.pykiln.ui.PyKilnApp;
import org.pykiln.workspace.Workspace;

/// Starts PyKiln: the command line with arguments, the window without. The launcher script knows,
/// as Java does not, whether standard error is a terminal, and says so in the property
/// `pykiln.terminal`. With the property `pykiln.rehearsal` the window says on standard error when
/// it was painted and when it took input, shows its sections, and closes.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        // scripts read our numbers, and some locales have other digits even for whole ones
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        if (arguments.length == 0) {
            // before anybody logs: the window has a file to log to, a command has its error stream
            System.setProperty("logback.configurationFile", "logback-window.xml");
            System.setProperty("pykiln.log", Workspace.ofThisUser().logFile().toString());
            System.exit(window());
        }
        Wiring wiring = Wiring.ofThisUser();
        wiring.settingsProblem().ifPresent(System.err::println);
        Interruption interruption = Interruption.install();
        int code =
                PykilnCommand.run(
                        wiring.commandContext(
                                stream(FileDescriptor.out),
                                stream(FileDescriptor.err),
                                Boolean.getBoolean("pykiln.terminal"),
                                interruption.cancellation()),
                        arguments);
        interruption.ended();
        System.exit(code);
    }

    private static int window() {
        Optional<Consumer<String>> rehearsed =
                Boolean.getBoolean("pykiln.rehearsal")
                        ? Optional.of(System.err::println)
                        : Optional.empty();
        Optional<String> problem =
                PyKilnApp.launch(
                        new WindowStart(Workspace.ofThisUser(), System.getenv()),
                        System.getenv(),
                        rehearsed);
        problem.ifPresent(System.err::println);
        return problem.isPresent() ? 1 : 0;
    }

    /// Text is UTF-8 whatever the locale of the machine.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
