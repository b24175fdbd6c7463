package org.pykiln.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.pykiln.stats.RatioEstimate.Method;

/// One datapoint of two images, reduced to what an estimate needs.
///
/// @param logRatio logarithm of the ratio of the arithmetic means
/// @param baselineMean of the units that take part
/// @param candidateMean of the units that take part
/// @param variance squared standard error of `logRatio`; NaN if it cannot be estimated
/// @param df degrees of freedom of `variance`
/// @param residuals by round: how far the relative difference inside the round is from the whole;
///   empty if the sides were not paired
record Contrast(
        Sample baseline,
        Sample candidate,
        double logRatio,
        double baselineMean,
        double candidateMean,
        double variance,
        double df,
        SequencedMap<Integer, Double> residuals) {

    /// Fewer pairs than this lose more to the halved degrees of freedom than pairing usually gains.
    static final int FEWEST_PAIRS = 6;

    static Contrast of(Sample baseline, Sample candidate) {
        var left = baseline.byRound();
        var right = candidate.byRound();
        left.keySet().retainAll(right.keySet());
        right.keySet().retainAll(left.keySet());
        return left.size() >= FEWEST_PAIRS
                ? paired(baseline, candidate, left, right)
                : welch(baseline, candidate);
    }

    /// The linearised ratio estimator of survey sampling: the estimate is the ratio of the means,
    /// as without pairing, and a factor that slows a whole round cancels from its error.
    private static Contrast paired(
            Sample baseline,
            Sample candidate,
            SequencedMap<Integer, Double> left,
            SequencedMap<Integer, Double> right) {
        double b = Moments.of(left.values()).mean();
        double c = Moments.of(right.values()).mean();
        var residuals = new TreeMap<Integer, Double>();
        left.forEach(
                (round, mean) -> residuals.put(round, right.getOrDefault(round, c) / c - mean / b));
        var moments = Moments.of(residuals.values());
        int n = moments.n();
        return new Contrast(
                baseline,
                candidate,
                Math.log(c / b),
                b,
                c,
                moments.variance() / n,
                n - 1.0,
                residuals);
    }

    private static Contrast welch(Sample baseline, Sample candidate) {
        var b = Moments.of(baseline.means());
        var c = Moments.of(candidate.means());
        double vb = b.relativeErrorSquared();
        double vc = c.relativeErrorSquared();
        double df = satterthwaite(List.of(vb, vc), List.of(b.n() - 1.0, c.n() - 1.0));
        return new Contrast(
                baseline,
                candidate,
                Math.log(c.mean() / b.mean()),
                b.mean(),
                c.mean(),
                vb + vc,
                df,
                Collections.emptyNavigableMap());
    }

    boolean isPaired() {
        return !residuals.isEmpty();
    }

    RatioEstimate estimate() {
        return Double.isNaN(variance)
                ? RatioEstimate.withoutInterval(logRatio)
                : RatioEstimate.of(
                        logRatio,
                        Math.sqrt(variance),
                        df,
                        isPaired() ? Method.PAIRED_BY_ROUND : Method.INDEPENDENT);
    }

    /// Degrees of freedom of a sum of independent variance estimates (Welch–Satterthwaite).
    static double satterthwaite(List<Double> variances, List<Double> dfs) {
        double sum = 0;
        double fourth = 0;
        double all = 0;
        for (int i = 0; i < variances.size(); i++) {
            sum += variances.get(i);
            fourth += variances.get(i) * variances.get(i) / dfs.get(i);
            all += dfs.get(i);
        }
        return sum == 0 ? all : sum * sum / fourth;
    }

    /// The geometric mean of the ratios of several datapoints, at least one.
    static RatioEstimate geometricMean(List<Contrast> contrasts) {
        int d = contrasts.size();
        double log = contrasts.stream().mapToDouble(Contrast::logRatio).sum() / d;
        if (contrasts.stream().anyMatch(contrast -> Double.isNaN(contrast.variance))) {
            return RatioEstimate.withoutInterval(log);
        }
        return contrasts.stream().allMatch(Contrast::isPaired)
                ? byRound(contrasts, log)
                : independent(contrasts, log);
    }

    private static RatioEstimate independent(List<Contrast> contrasts, double log) {
        int d = contrasts.size();
        var variances = contrasts.stream().map(c -> c.variance / d / d).toList();
        var dfs = contrasts.stream().map(Contrast::df).toList();
        double variance = variances.stream().mapToDouble(Double::doubleValue).sum();
        return RatioEstimate.of(
                log, Math.sqrt(variance), satterthwaite(variances, dfs), Method.INDEPENDENT);
    }

    /// Datapoints of one round may be disturbed together, so the round is the unit of inference
    /// here. With the same rounds everywhere this is the t-interval of the geometric means of the
    /// rounds; with different ones, the cluster-robust variance of the weighted sum.
    private static RatioEstimate byRound(List<Contrast> contrasts, double log) {
        int d = contrasts.size();
        var sums = new TreeMap<Integer, Double>();
        var shares = new TreeMap<Integer, Double>();
        for (var contrast : contrasts) {
            double n = contrast.residuals.size();
            double scale = Math.sqrt(n / (n - 1)) / n / d;
            double share = contrast.variance / n / d / d;
            contrast.residuals.forEach((round, residual) -> {
                sums.merge(round, residual * scale, Double::sum);
                shares.merge(round, share, Double::sum);
            });
        }
        double variance = sums.values().stream().mapToDouble(u -> u * u).sum();
        var expected = new ArrayList<>(shares.values());
        double df = satterthwaite(expected, Collections.nCopies(expected.size(), 1.0)) - 1;
        return RatioEstimate.of(log, Math.sqrt(variance), df, Method.PAIRED_BY_ROUND);
    }
}
