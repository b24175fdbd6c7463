package org.pykiln.stats;

import java.util.Locale;

/// What is compared. Less of it is better; the words for less and more are its own.
public enum Quantity {
    /// In seconds.
    TIME("time", "faster", "slower"),
    /// Peak resident memory of a process, in bytes.
    MEMORY("peak memory", "smaller", "larger");

    private final String label;
    private final String less;
    private final String more;

    Quantity(String label, String less, String more) {
        this.label = label;
        this.less = less;
        this.more = more;
    }

    public String label() {
        return label;
    }

    /// The word of a verdict for people: *faster*, *larger*, *not resolved*.
    public String word(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> less;
            case SLOWER -> more;
            case SAME, UNRESOLVED -> verdict.label();
        };
    }

    /// The word of a verdict for scripts: `faster`, `larger`, `unresolved`.
    public String code(Verdict verdict) {
        return switch (verdict) {
            case FASTER, SLOWER -> word(verdict);
            case SAME, UNRESOLVED -> verdict.name().toLowerCase(Locale.ROOT);
        };
    }
}
