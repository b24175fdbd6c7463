package org.pykiln.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.pykiln.stats.RatioEstimate.Method;

/// One datapoint of two images, reduced to what the geometric mean and a row need.
///
/// @param baselineMean of the units that take part
/// @param candidateMean of the units that take part
/// @param influence what each round, or between builds each build, contributes to the error of the
///   logarithm of the ratio, such that the sum of the squares estimates its variance; empty if the
///   sides do not share at least two rounds. Builds of the baseline count down from −1, those of
///   the candidate up from 1.
record Contrast(
        Sample baseline,
        Sample candidate,
        double baselineMean,
        double candidateMean,
        RatioEstimate estimate,
        SequencedMap<Integer, Double> influence) {

    /// Below this, pairing loses more to the halved degrees of freedom than it gains: at the levels
    /// that a correction over some 14 rows asks for, intervals would be half as wide again.
    static final int FEWEST_PAIRS = 6;

    /// Between builds where both sides have several, else of the images.
    ///
    /// @param baseline one sample a build
    /// @param candidate the same
    static Contrast of(List<Sample> baseline, List<Sample> candidate) {
        if (baseline.size() == 1 && candidate.size() == 1) {
            return of(baseline.getFirst(), candidate.getFirst());
        }
        var all = new ArrayList<>(baseline);
        all.addAll(candidate);
        var aligned = Variant.aligned(all);
        var left = aligned.subList(0, baseline.size());
        var right = aligned.subList(baseline.size(), aligned.size());
        return left.size() > 1 && right.size() > 1
                ? betweenBuilds(left, right)
                : of(Variant.together(left), Variant.together(right));
    }

    /// Welch's interval over the means of the builds: units of one build share its code, so builds
    /// are what is independent.
    private static Contrast betweenBuilds(List<Sample> baseline, List<Sample> candidate) {
        var b = Moments.of(baseline.stream().map(Sample::mean).toList());
        var c = Moments.of(candidate.stream().map(Sample::mean).toList());
        var estimate =
                welch(
                        Math.log(c.mean() / b.mean()),
                        new Side(b.relativeErrorSquared(), b.n()),
                        new Side(c.relativeErrorSquared(), c.n()),
                        Method.BETWEEN_BUILDS);
        var influence = new TreeMap<Integer, Double>();
        addBuilds(influence, baseline, b, -1);
        addBuilds(influence, candidate, c, 1);
        return new Contrast(
                Variant.together(baseline),
                Variant.together(candidate),
                b.mean(),
                c.mean(),
                estimate,
                influence);
    }

    private static void addBuilds(
            Map<Integer, Double> influence, List<Sample> builds, Moments moments, int sign) {
        double n = builds.size();
        for (int i = 0; i < builds.size(); i++) {
            double deviation = builds.get(i).mean() / moments.mean() - 1;
            influence.put(sign * (i + 1), sign * deviation / Math.sqrt(n * (n - 1)));
        }
    }

    static Contrast of(Sample baseline, Sample candidate) {
        var left = baseline.byRound();
        var right = candidate.byRound();
        left.keySet().retainAll(right.keySet());
        right.keySet().retainAll(left.keySet());
        return left.size() >= FEWEST_PAIRS
                ? paired(baseline, candidate, left, right)
                : welch(baseline, candidate, left.size() > 1);
    }

    /// The linearised ratio estimator of survey sampling: the estimate is the ratio of the means,
    /// as without pairing, and a factor that slows a whole round cancels from its error. A unit
    /// whose round was lost on the other side is left out, since drift would not cancel from it.
    private static Contrast paired(
            Sample baseline,
            Sample candidate,
            SequencedMap<Integer, Double> left,
            SequencedMap<Integer, Double> right) {
        double b = Moments.of(left.values()).mean();
        double c = Moments.of(right.values()).mean();
        var residuals = new TreeMap<Integer, Double>();
        left.forEach((round, mean) -> residuals.put(round, -mean / b));
        right.forEach((round, mean) -> residuals.merge(round, mean / c, Double::sum));
        var moments = Moments.of(residuals.values());
        double n = moments.n();
        residuals.replaceAll((round, residual) -> residual / Math.sqrt(n * (n - 1)));
        double error = Math.sqrt(moments.variance() / n);
        var estimate =
                RatioEstimate.of(Math.log(c / b), error, n - 1, n - 1, Method.PAIRED_BY_ROUND);
        return new Contrast(baseline, candidate, b, c, estimate, residuals);
    }

    private static Contrast welch(Sample baseline, Sample candidate, boolean sharedRounds) {
        var b = Moments.of(baseline.means());
        var c = Moments.of(candidate.means());
        double log = Math.log(c.mean() / b.mean());
        int fewest = Math.min(b.n(), c.n());
        if (fewest < 2) {
            return new Contrast(
                    baseline,
                    candidate,
                    b.mean(),
                    c.mean(),
                    RatioEstimate.withoutInterval(log),
                    Collections.emptyNavigableMap());
        }
        var estimate =
                welch(
                        log,
                        new Side(b.relativeErrorSquared(), b.n()),
                        new Side(c.relativeErrorSquared(), c.n()),
                        Method.INDEPENDENT);
        var influence = new TreeMap<Integer, Double>();
        if (sharedRounds) {
            addInfluence(influence, baseline, b.mean(), -1);
            addInfluence(influence, candidate, c.mean(), 1);
        }
        return new Contrast(baseline, candidate, b.mean(), c.mean(), estimate, influence);
    }

    /// @param variance of the side's part of the logarithm of the ratio
    /// @param n independent parts that it was estimated from, at least two
    record Side(double variance, int n) {}

    static RatioEstimate welch(double logRatio, Side baseline, Side candidate, Method method) {
        var errors = new ErrorSum();
        errors.add(baseline.variance(), baseline.n() - 1);
        errors.add(candidate.variance(), candidate.n() - 1);
        int fewest = Math.min(baseline.n(), candidate.n());
        double capped = Math.min(errors.degreesOfFreedom(), 2.0 * (fewest - 1));
        // With two or three builds against more the estimated degrees are too many at 95 % already.
        double df = method == Method.BETWEEN_BUILDS ? capped : errors.degreesOfFreedom();
        // The estimated degrees are good at 95 % and far too many in the tails where corrected
        // claims are decided (5 against 20 units: 2.5 times the errors asked for at 0.2 %). The
        // smaller side alone is a safe lower bound; simulation puts the truth between.
        double claimDf = Math.sqrt(capped * (fewest - 1));
        return RatioEstimate.of(logRatio, Math.sqrt(errors.variance()), df, claimDf, method);
    }

    private static void addInfluence(
            Map<Integer, Double> influence, Sample sample, double mean, int sign) {
        double n = sample.size();
        double scale = sign / Math.sqrt(n * (n - 1));
        for (int i = 0; i < sample.size(); i++) {
            double deviation = sample.means().get(i) / mean - 1;
            influence.merge(sample.rounds().get(i), deviation * scale, Double::sum);
        }
    }
}
