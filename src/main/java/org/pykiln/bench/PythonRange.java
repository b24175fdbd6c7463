package org.pykiln.bench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions of Python that a benchmark runs on.
///
/// @param below first version that it does not run on; empty for no end
public record PythonRange(PythonVersion from, Optional<PythonVersion> below) {
    private static final Pattern SPECIFIER =
            Pattern.compile(">=\\s*(\\d+\\.\\d+)(?:\\s*,\\s*<\\s*(\\d+\\.\\d+))?");

    /// Reads what `requires-python` says: `>=3.8` or `>=3.13,<3.14`.
    ///
    /// @throws IllegalArgumentException when it says something else
    static PythonRange parse(String specifier) {
        Matcher matcher = SPECIFIER.matcher(specifier);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not >=X.Y or >=X.Y,<X.Z: " + specifier);
        }
        return new PythonRange(
                PythonVersion.parse(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)).map(PythonVersion::parse));
    }

    public boolean contains(PythonVersion version) {
        return version.compareTo(from) >= 0
                && below.map(end -> version.compareTo(end) < 0).orElse(true);
    }

    /// `Python 3.8 or later`, `Python from 3.13 to before 3.14`.
    public String text() {
        return below.map(end -> "Python from %s to before %s".formatted(from, end))
                .orElse("Python %s or later".formatted(from));
    }
}
