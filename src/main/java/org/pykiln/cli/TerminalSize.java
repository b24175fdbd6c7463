package org.pykiln.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large the terminal is, found as Python's `shutil.get_terminal_size` does: `COLUMNS` and
/// `LINES`, else the terminal behind standard output, else 80 × 24.
record TerminalSize(int columns, int lines) {
    private static final TerminalSize UNKNOWN = new TerminalSize(80, 24);
    private static final Pattern STTY = Pattern.compile("\\s*(\\d{1,6}) (\\d{1,6})\\s*");

    static TerminalSize here() {
        return of(System.getenv(), TerminalSize::ask);
    }

    /// Asks the terminal only if the environment leaves something open.
    static TerminalSize of(
            Map<String, String> environment, Supplier<Optional<TerminalSize>> terminal) {
        int columns = number(environment, "COLUMNS");
        int lines = number(environment, "LINES");
        if (columns > 0 && lines > 0) {
            return new TerminalSize(columns, lines);
        }
        TerminalSize asked = terminal.get().orElse(UNKNOWN);
        return new TerminalSize(
                columns > 0 ? columns : asked.columns, lines > 0 ? lines : asked.lines);
    }

    private static int number(Map<String, String> environment, String name) {
        try {
            return Integer.parseInt(environment.getOrDefault(name, "0").strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /// Java does not know; `stty` looks at its standard input, which here is our standard output.
    private static Optional<TerminalSize> ask() {
        try {
            Process stty =
                    new ProcessBuilder("sh", "-c", "stty size <&1 >&2")
                            .redirectOutput(Redirect.INHERIT)
                            .start();
            String said = new String(stty.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return parse(said);
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    /// @param said rows and columns
    static Optional<TerminalSize> parse(String said) {
        Matcher matcher = STTY.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int lines = Integer.parseInt(matcher.group(1));
        int columns = Integer.parseInt(matcher.group(2));
        return Optional.of(
                new TerminalSize(
                        columns > 0 ? columns : UNKNOWN.columns,
                        lines > 0 ? lines : UNKNOWN.lines));
    }
}
