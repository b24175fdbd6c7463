package org.pykiln.stats;

/// What may be said of a candidate against its baseline. [Analysis] gives the exact rule.
public enum Verdict {
    /// The candidate takes less time; the claim has survived the correction for many comparisons.
    FASTER("faster"),
    /// The candidate takes more time; the claim has survived the correction for many comparisons.
    SLOWER("slower"),
    /// The whole interval lies in the equivalence zone: a difference, if any, is too small to
    /// matter.
    SAME("same"),
    /// None of the above was shown: more units, a quieter machine or a larger effect is needed.
    UNRESOLVED("not resolved");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /// The word for people; scripts get the lower-case name of the constant.
    public String label() {
        return label;
    }
}
