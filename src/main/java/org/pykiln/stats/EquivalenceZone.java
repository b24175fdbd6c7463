package org.pykiln.stats;

/// How small a difference has to be to count as none.
///
/// @param margin relative difference, 0.01 for ±1 %; at least 0 and below 1
public record EquivalenceZone(double margin) {

    /// ±1 %, below which layout of code alone moves a benchmark.
    public static final EquivalenceZone ONE_PERCENT = new EquivalenceZone(0.01);

    public EquivalenceZone {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("a zone is at least 0 and below 1, not " + margin);
        }
    }

    /// The ratios that count as no difference: symmetric on the log scale, so that exchanging
    /// baseline and candidate cannot change the verdict.
    public Interval interval() {
        return new Interval(1 / (1 + margin), 1 + margin);
    }
}
