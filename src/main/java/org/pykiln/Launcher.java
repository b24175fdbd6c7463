package org.pykiln;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.pykiln.cli.PykilnCommand;

/// Starts PyKiln: the command line with arguments, the window without.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Wiring wiring = Wiring.ofThisUser();
        if (arguments.length == 0) {
            throw new IllegalStateException("window");
        }
        Interruption interruption = Interruption.install();
        int code =
                PykilnCommand.run(
                        wiring.commandContext(
                                stream(FileDescriptor.out),
                                stream(FileDescriptor.err),
                                System.console() != null,
                                interruption.cancellation()),
                        arguments);
        interruption.ended();
        System.exit(code);
    }

    /// Text is UTF-8 whatever the locale of the machine.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
