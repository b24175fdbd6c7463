package org.pykiln.bench;

import java.util.List;

/// Shortens what a process wrote.
final class Logs {
    private static final int LINES = 60;
    private static final int CHARACTERS = 8000;

    private Logs() {}

    static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "no output" : lines.getLast().strip();
    }

    /// The last lines of both streams, standard error last.
    static String tail(String stdout, String stderr) {
        String text = (stdout.strip() + "\n" + stderr.strip()).strip();
        List<String> lines = text.lines().toList();
        String tail =
                String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return tail.substring(Math.max(0, tail.length() - CHARACTERS));
    }
}
