package org.pykiln.stats;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.pykiln.stats.RatioEstimate.Method;

/// The geometric mean of the ratios of several datapoints, and how exactly it was measured.
final class GeometricMean {

    private GeometricMean() {}

    /// @param contrasts at least one
    static RatioEstimate of(List<Contrast> contrasts) {
        double log =
                contrasts.stream()
                        .mapToDouble(c -> Math.log(c.estimate().ratio()))
                        .average()
                        .orElseThrow();
        if (contrasts.stream().anyMatch(contrast -> contrast.estimate().interval() == null)) {
            return RatioEstimate.withoutInterval(log);
        }
        if (contrasts.getFirst().estimate().method() == Method.BETWEEN_BUILDS) {
            return byBuild(contrasts, log);
        }
        return contrasts.stream().noneMatch(contrast -> contrast.influence().isEmpty())
                ? byRound(contrasts, log)
                : independent(contrasts, log);
    }

    private static RatioEstimate independent(List<Contrast> contrasts, double log) {
        double n = contrasts.size();
        var errors = new ErrorSum();
        for (var contrast : contrasts) {
            double error = contrast.estimate().logError() / n;
            errors.add(error * error, contrast.estimate().degreesOfFreedom());
        }
        double df = errors.degreesOfFreedom();
        return RatioEstimate.of(log, Math.sqrt(errors.variance()), df, df, Method.INDEPENDENT);
    }

    /// A build may be a lucky draw on all datapoints, so here the build is the unit of inference,
    /// as it is in each row. Every row has all builds.
    private static RatioEstimate byBuild(List<Contrast> contrasts, double log) {
        double n = contrasts.size();
        var sums = new TreeMap<Integer, Double>();
        contrasts.forEach(contrast ->
                contrast.influence()
                        .forEach((build, influence) ->
                                sums.merge(build, influence / n, Double::sum)));
        return Contrast.welch(
                log,
                side(sums.headMap(0).values()),
                side(sums.tailMap(0).values()),
                Method.BETWEEN_BUILDS);
    }

    private static Contrast.Side side(Collection<Double> influences) {
        double variance = influences.stream().mapToDouble(one -> one * one).sum();
        return new Contrast.Side(variance, influences.size());
    }

    /// Datapoints of one round may be disturbed together, so here the round is the unit of
    /// inference. With the same rounds everywhere this is the t-interval over the geometric means
    /// of the rounds; with different ones, the cluster-robust variance of the weighted sum.
    private static RatioEstimate byRound(List<Contrast> contrasts, double log) {
        double n = contrasts.size();
        var sums = new TreeMap<Integer, Double>();
        var shares = new TreeMap<Integer, Double>();
        for (var contrast : contrasts) {
            double error = contrast.estimate().logError();
            double share = error * error / contrast.influence().size();
            contrast.influence()
                    .forEach((round, influence) -> {
                        sums.merge(round, influence / n, Double::sum);
                        shares.merge(round, share, Double::sum);
                    });
        }
        double variance = sums.values().stream().mapToDouble(sum -> sum * sum).sum();
        var expected = new ErrorSum();
        shares.values().forEach(share -> expected.add(share, 1));
        // The mean that the deviations are taken from costs one degree.
        double df = Math.max(1, expected.degreesOfFreedom() - 1);
        return RatioEstimate.of(log, Math.sqrt(variance), df, df, Method.PAIRED_BY_ROUND);
    }
}
