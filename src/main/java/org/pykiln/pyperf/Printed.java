package org.pykiln.pyperf;

/// What a pyperf command leaves behind: standard output, standard error, exit code.
public record Printed(String text, String error, int exitCode) {
    static Printed done(String text) {
        return new Printed(text, "", 0);
    }

    static Printed failed(String error) {
        return new Printed("", "ERROR: " + error + "\n", 1);
    }
}
