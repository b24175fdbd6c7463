package org.pykiln.bench;

import java.util.List;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Sample;

/// How exact the ratios of a datapoint have to be before it is measured no further.
///
/// The rule looks at how wide intervals are and at nothing else. One that stopped where a
/// difference shows would find differences that are not there (docs/decisions/0002).
///
/// @param target how far an interval may reach from its ratio, as a share of it: 0.01 for ±1 %
public record Precision(double target) {
    /// ±1 %: what [org.pykiln.stats.EquivalenceZone] takes for no difference.
    public static final Precision ONE_PERCENT = new Precision(0.01);

    /// Intervals of fewer rounds are too often narrow by chance.
    public static final int FEWEST_ROUNDS = 10;

    /// A spread that ten rounds show is known to a quarter: what would still be this many times too
    /// wide at the end of the plan will not be narrow enough.
    private static final double OUT_OF_REACH = 2;

    public Precision {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("a precision is a share such as 0.01");
        }
    }

    /// Whether every image's ratio to the first one is exact enough, or one of them cannot become
    /// so.
    ///
    /// @param most rounds that the plan allows
    Enough within(int most) {
        return (datapoint, means) -> {
            List<Sample> samples =
                    means.values().stream()
                            .filter(one -> !one.isEmpty())
                            .map(SessionResult::sample)
                            .toList();
            int rounds = samples.stream().mapToInt(Sample::size).min().orElse(0);
            if (samples.size() < 2 || rounds < FEWEST_ROUNDS) {
                return false;
            }
            double widest =
                    samples.stream()
                            .skip(1)
                            .mapToDouble(one -> Analysis.ratio(samples.getFirst(), one).precision())
                            .max()
                            .orElseThrow();
            double atTheEnd = widest * Math.sqrt((double) rounds / most);
            return widest <= target || atTheEnd > OUT_OF_REACH * target;
        };
    }
}
