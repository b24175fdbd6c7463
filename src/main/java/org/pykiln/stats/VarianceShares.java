package org.pykiln.stats;

import java.util.List;
import org.pykiln.stats.Levels.Level;

/// Where the error of a ratio comes from, and what to repeat to make it smaller (Kalibera and
/// Jones, ISMM 2013).
///
/// The variance of each level is found by the method of moments for a nested design, numbers of
/// units may differ. Where units were measured in shared rounds, what a round does to all images is
/// taken out first, as it cancels from the ratio. An estimate below zero counts as zero, so no
/// share is negative.
///
/// @param name of the datapoint, or what a sum is called
/// @param betweenBuilds whether both sides have several builds; else nothing is known of the level
///   of builds, and its numbers are 0
/// @param variance of one more repetition at each level, as a share of the squared mean
/// @param error part of each level in the variance of the logarithm of the ratio
/// @param counts builds of a side, processes of a build, iterations of a process; on average
/// @param seconds that one more repetition costs at each level, without those inside it; 0 at a
///   level whose cost is not known
public record VarianceShares(
        String name,
        boolean betweenBuilds,
        Levels variance,
        Levels error,
        Levels counts,
        Levels seconds) {

    /// @param baseline one a build
    /// @param candidate one a build
    public static VarianceShares of(
            String name, List<Processes> baseline, List<Processes> candidate, Levels seconds) {
        return new NestedVariance(baseline, candidate).shares(name, seconds);
    }

    /// What several datapoints come to together, which are measured on the same builds.
    ///
    /// @param rows at least one
    public static VarianceShares together(String name, List<VarianceShares> rows) {
        int n = rows.size();
        var zero = new Levels(0, 0, 0);
        var variance = zero;
        var error = zero;
        var counts = zero;
        var seconds = zero;
        for (var row : rows) {
            variance = variance.with(row.variance, (sum, one) -> sum + one / n);
            error = error.with(row.error, Double::sum);
            counts = counts.with(row.counts, (sum, one) -> sum + one / n);
            seconds = seconds.with(row.seconds, Double::sum);
        }
        // One build serves all of them.
        double build = rows.stream().mapToDouble(row -> row.seconds.build()).max().orElseThrow();
        return new VarianceShares(
                name,
                rows.stream().allMatch(VarianceShares::betweenBuilds),
                variance,
                error,
                counts,
                new Levels(build, seconds.process(), seconds.iteration()));
    }

    /// Part of the error that is due to a level, from 0 to 1; 0 everywhere if there is no error.
    public double share(Level level) {
        double sum = error.sum();
        return sum == 0 ? 0 : error.at(level) / sum;
    }

    /// How many iterations of a process cost least for what they tell; infinite if processes do not
    /// differ.
    public double bestIterations() {
        return best(
                seconds.process(), seconds.iteration(), variance.iteration(), variance.process());
    }

    /// How many processes of a build cost least for what they tell; infinite if builds do not
    /// differ.
    public double bestProcesses() {
        return best(seconds.build(), seconds.process(), variance.process(), variance.build());
    }

    /// Kalibera and Jones' optimum, which does not depend on how exact the result has to be.
    private static double best(double costAbove, double cost, double variance, double above) {
        if (variance == 0 || cost == 0 || costAbove == 0) {
            return 1;
        }
        return above == 0
                ? Double.POSITIVE_INFINITY
                : Math.max(1, Math.ceil(Math.sqrt(costAbove / cost * variance / above)));
    }

    /// The level at which another repetition takes most off the error for its seconds. Between
    /// levels whose numbers are the best ones it makes no difference. Where the cost of a build is
    /// not known, builds are repeated if most of the error is theirs.
    public Level next() {
        double unit = variance.process() + variance.iteration() / counts.iteration();
        double unitSeconds = seconds.process() + counts.iteration() * seconds.iteration();
        if (unitSeconds == 0) {
            return share(Level.BUILD) > 0.5 ? Level.BUILD : Level.PROCESS;
        }
        // What one more second takes off the error at each level, up to a common factor.
        double byProcess = unit / unitSeconds;
        double byIteration =
                seconds.iteration() == 0
                        ? 0
                        : variance.iteration()
                                / (counts.iteration() * counts.iteration())
                                / seconds.iteration();
        double byBuild = betweenBuilds ? byBuild(unit, unitSeconds) : 0;
        if (byBuild > Math.max(byProcess, byIteration)) {
            return Level.BUILD;
        }
        return byIteration > byProcess ? Level.ITERATION : Level.PROCESS;
    }

    private double byBuild(double unit, double unitSeconds) {
        double n = counts.process();
        return seconds.build() == 0
                ? share(Level.BUILD) > 0.5 ? Double.POSITIVE_INFINITY : 0
                : n * n * (variance.build() + unit / n) / (seconds.build() + n * unitSeconds);
    }
}
