package org.pykiln.pyperf;

import java.util.List;

/// What a pyperf command leaves behind: standard output, standard error, exit code.
public record Printed(String text, String error, int exitCode) {
    static Printed done(String text) {
        return new Printed(text, "", 0);
    }

    static Printed done(List<String> lines) {
        return done(text(lines));
    }

    static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    static Printed failed(String error) {
        return new Printed("", "ERROR: " + error + "\n", 1);
    }
}
