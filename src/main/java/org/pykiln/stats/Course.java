package org.pykiln.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// Looks at series of process means in the order in which they were measured: for drift, a step,
/// two groups, and single processes that something disturbed.
///
/// **Order.** The logarithms of the means are put against time: the largest share of their variance
/// that either a step or a line explains. Its null distribution is that of the same numbers in
/// every other order, so nothing is assumed of the noise but that order does not matter. Whichever
/// of step and line fits better gives the finding its name.
///
/// **Two groups.** The share of the variance that the best division in two explains, each part a
/// fifth of the processes at least. Its null distribution is that of the uniform distribution,
/// which of those with one mode is the hardest case (as for Hartigan's dip). Not asked where order
/// matters, since a step makes two groups too; for the same reason outliers are asked for last.
///
/// **False alarms.** Drift, step or two groups are reported in at most 5 % of sessions in which
/// there is none, in any of the series (Bonferroni; half for each question). Outliers are farther
/// from the median of their neighbours than ten robust standard deviations.
public final class Course {

    /// Chance that a session without any of it reports drift, a step or two groups.
    public static final double FALSE_ALARMS = 0.05;

    /// In fewer processes nothing of this can be seen.
    public static final int FEWEST = 8;

    private static final int SHORTEST_PART = 3;
    private static final double SMALLEST_GROUP = 0.2;
    private static final int NEIGHBOURS = 3;
    private static final double FAR = 10;

    /// Of a normal distribution: the standard deviation in units of the median deviation.
    private static final double MAD = 1.4826;

    private static final int EXCEEDING = 20;
    private static final int MOST_DRAWS = 200_000;

    private final double[] logs;
    private final List<Integer> rounds;
    private final double level;
    private final SplittableRandom random;

    private Course(Sample series, double level) {
        this.logs = series.means().stream().mapToDouble(Math::log).toArray();
        this.rounds = series.rounds();
        this.level = level;
        // equal series get equal findings
        this.random = new SplittableRandom(Arrays.hashCode(logs));
    }

    /// What is found in each series, in their order.
    ///
    /// @param series of one session, each in the order of its rounds, which are known
    public static List<List<Finding>> of(List<Sample> series) {
        long asked = series.stream().filter(one -> one.size() >= FEWEST).count();
        double level = FALSE_ALARMS / 2 / Math.max(1, asked);
        return series.stream().map(one -> new Course(one, level).findings()).toList();
    }

    private List<Finding> findings() {
        if (logs.length < FEWEST || Arrays.stream(logs).distinct().count() < 2) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        double[] clipped = clipped();
        double order = order(clipped);
        if (isRare(order, () -> order(shuffled(clipped)))) {
            findings.add(named(clipped));
        } else {
            twoGroups().or(this::outliers).ifPresent(findings::add);
        }
        return findings;
    }

    // Order

    /// The logarithms, with those that are very far from the median pulled in to where they are
    /// just far: one spike must not hide a step.
    private double[] clipped() {
        double median = median(logs);
        double reach =
                FAR * MAD * median(Arrays.stream(logs).map(x -> Math.abs(x - median)).toArray());
        return reach == 0
                ? logs
                : Arrays.stream(logs)
                        .map(x -> Math.clamp(x, median - reach, median + reach))
                        .toArray();
    }

    private double[] shuffled(double[] values) {
        double[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }

    private static double order(double[] values) {
        double mean = mean(values, 0, values.length);
        return Math.max(divided(values, SHORTEST_PART)[1], byLine(values, mean));
    }

    /// Where the best division in two is, and the share of the variance that it explains.
    ///
    /// @param shortest values in each part, at least
    private static double[] divided(double[] values, int shortest) {
        int n = values.length;
        double mean = mean(values, 0, values.length);
        double total = squares(values, mean);
        double sum = 0;
        double[] best = {shortest, 0};
        for (int k = 1; k <= n - shortest; k++) {
            sum += values[k - 1] - mean;
            double share = sum * sum * n / ((double) k * (n - k)) / total;
            if (k >= shortest && share > best[1]) {
                best = new double[] {k, share};
            }
        }
        return best;
    }

    /// The share of the variance that a straight line explains.
    private static double byLine(double[] values, double mean) {
        double slope = slope(values, mean);
        return slope * slope * timeSquares(values.length) / squares(values, mean);
    }

    private static double slope(double[] values, double mean) {
        int n = values.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (i - (n - 1) / 2.0) * (values[i] - mean);
        }
        return sum / timeSquares(n);
    }

    private static double timeSquares(double n) {
        return n * (n * n - 1) / 12;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    private Finding named(double[] clipped) {
        int n = clipped.length;
        double mean = mean(clipped, 0, n);
        double[] step = divided(clipped, SHORTEST_PART);
        if (byLine(clipped, mean) > step[1]) {
            return new Finding.Drift(Math.expm1(slope(clipped, mean) * (n - 1)));
        }
        int before = (int) step[0];
        double change = mean(logs, before, n) - mean(logs, 0, before);
        return new Finding.Step(before, n - before, rounds.get(before), Math.expm1(change));
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    // Groups

    private Optional<Finding> twoGroups() {
        double[] sorted = logs.clone();
        Arrays.sort(sorted);
        int smallest = Math.max(SHORTEST_PART, (int) Math.ceil(SMALLEST_GROUP * sorted.length));
        double[] split = divided(sorted, smallest);
        // the best division of a uniform distribution explains three quarters of its variance
        if (split[1] < 0.75
                || !isRare(split[1], () -> divided(uniform(sorted.length), smallest)[1])) {
            return Optional.empty();
        }
        int fast = (int) split[0];
        double apart = mean(sorted, fast, sorted.length) - mean(sorted, 0, fast);
        return Optional.of(
                new Finding.TwoGroups(sorted.length, sorted.length - fast, Math.expm1(apart)));
    }

    private double[] uniform(int n) {
        double[] drawn = random.doubles(n).toArray();
        Arrays.sort(drawn);
        return drawn;
    }

    // Outliers

    private Optional<Finding> outliers() {
        double[] residuals = residuals();
        double scale = MAD * median(Arrays.stream(residuals).map(Math::abs).toArray());
        int[] far =
                IntStream.range(0, residuals.length)
                        .filter(i -> Math.abs(residuals[i]) > FAR * scale)
                        .toArray();
        if (far.length == 0 || scale == 0) {
            return Optional.empty();
        }
        double farthest =
                Arrays.stream(far)
                        .mapToDouble(i -> residuals[i])
                        .reduce(0, (a, b) -> Math.abs(a) > Math.abs(b) ? a : b);
        return Optional.of(
                new Finding.Outliers(
                        Arrays.stream(far).mapToObj(rounds::get).toList(), Math.expm1(farthest)));
    }

    private double[] residuals() {
        return IntStream.range(0, logs.length)
                .mapToDouble(i ->
                        logs[i]
                                - median(
                                        Arrays.copyOfRange(
                                                logs,
                                                Math.max(0, i - NEIGHBOURS),
                                                Math.min(logs.length, i + NEIGHBOURS + 1))))
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// A Monte-Carlo test that ends early where the answer is plain (Besag and Clifford 1991).
    private boolean isRare(double observed, DoubleSupplier draw) {
        int most = (int) Math.min(MOST_DRAWS, EXCEEDING / level);
        int exceeding = 0;
        for (int drawn = 1; drawn <= most; drawn++) {
            if (draw.getAsDouble() >= observed - 1e-12) {
                exceeding++;
            }
            if (exceeding >= EXCEEDING) {
                return (double) exceeding / drawn <= level;
            }
        }
        return (exceeding + 1.0) / (most + 1) <= level;
    }
}
