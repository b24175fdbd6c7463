package org.pykiln.recipe;

import java.util.Locale;

/// How much a finding weighs.
public enum Severity {
    /// The recipe cannot be built, or would not be what it says.
    ERROR,
    /// It can be built, and something about it is probably not meant.
    WARNING,
    /// Worth knowing.
    ADVICE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
