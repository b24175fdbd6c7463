package org.pykiln.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A release of CPython and the SHA-256 of its source archive `Python-VERSION.tar.xz`.
///
/// @param version such as `3.13.5` or `3.15.0b1`
/// @param sha256 lower-case hexadecimal; source: python.org
public record PythonRelease(String version, String sha256) implements Comparable<PythonRelease> {
    private static final Pattern VERSION =
            Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:(a|b|rc)(\\d+))?");

    public PythonRelease {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a CPython version: " + version);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    public int minor() {
        return number(2);
    }

    public boolean isAtLeast(int major, int minor) {
        return number(1) > major || (number(1) == major && number(2) >= minor);
    }

    public boolean isFinal() {
        return matcher().group(4) == null;
    }

    public String archive() {
        return "Python-" + version + ".tar.xz";
    }

    @Override
    public int compareTo(PythonRelease other) {
        for (int part = 1; part <= 3; part++) {
            int order = Integer.compare(number(part), other.number(part));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(maturity(), other.maturity());
    }

    /// Orders 3.14.0a1 before 3.14.0b1 before 3.14.0rc1 before 3.14.0.
    private int maturity() {
        Matcher matcher = matcher();
        String stage = matcher.group(4);
        if (stage == null) {
            return Integer.MAX_VALUE;
        }
        int rank = stage.equals("a") ? 1 : stage.equals("b") ? 2 : 3;
        return rank * 1000 + Integer.parseInt(matcher.group(5));
    }

    private int number(int group) {
        return Integer.parseInt(matcher().group(group));
    }

    private Matcher matcher() {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalStateException(version);
        }
        return matcher;
    }
}
