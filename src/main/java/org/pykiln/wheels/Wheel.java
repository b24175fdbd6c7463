package org.pykiln.wheels;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A built distribution.
///
/// @param file its name: `NAME-VERSION-PYTHON-ABI-PLATFORM.whl`
/// @param sha256 lower-case hexadecimal
public record Wheel(String file, String sha256) {
    /// As the binary distribution format says, without anything that a path could be made of.
    private static final Pattern FILE =
            Pattern.compile(
                    "([A-Za-z0-9][A-Za-z0-9._]*)-([A-Za-z0-9_.+!]+)(?:-[0-9][A-Za-z0-9_.]*)?"
                            + "-[A-Za-z0-9_.]+-[A-Za-z0-9_.]+-[A-Za-z0-9_.]+\\.whl");

    public Wheel {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("not the name of a wheel: " + file);
        }
    }

    /// As an index spells it (PEP 503).
    public String project() {
        return normalised(matcher().group(1));
    }

    static String normalised(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    public String version() {
        return matcher().group(2);
    }

    private Matcher matcher() {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalStateException(file);
        }
        return matcher;
    }
}
