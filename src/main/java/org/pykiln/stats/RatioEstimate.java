package org.pykiln.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// An estimated ratio of mean times, candidate / baseline, below 1 if the candidate is faster.
///
/// @param ratio the estimate
/// @param interval its 95 % interval; absent if the measurement says nothing about its own error
/// @param method how the error was estimated
/// @param logError standard error of the logarithm of the ratio; NaN without an interval
/// @param degreesOfFreedom of Student's t for that error; NaN without an interval
/// @param pValue two-sided, of "the ratio is 1", before any correction; 1 without an interval. It
///   never claims more than the interval: at most 0.05 only if the interval excludes 1.
public record RatioEstimate(
        double ratio,
        @Nullable Interval interval,
        Method method,
        double logError,
        double degreesOfFreedom,
        double pValue) {

    /// Share of intervals that hold the true ratio.
    public static final double CONFIDENCE = 0.95;

    private static final double TAIL = (1 - CONFIDENCE) / 2;

    /// Where the standard error comes from.
    public enum Method {
        /// From the differences inside rounds: drift of the machine has cancelled.
        PAIRED_BY_ROUND,
        /// From the spread of each side (Welch): drift is not removed.
        INDEPENDENT,
        /// From the spread of the builds of each side (Welch): it speaks of the recipes, every
        /// other method of the images that were measured.
        BETWEEN_BUILDS,
        /// One unit on a side: no error can be estimated.
        NONE
    }

    /// @param claimDf degrees of freedom for the p-value, at most `df`
    static RatioEstimate of(
            double logRatio, double logError, double df, double claimDf, Method method) {
        double ratio = Math.exp(logRatio);
        if (logError == 0) {
            double p = logRatio == 0 ? 1 : 0;
            return new RatioEstimate(ratio, new Interval(ratio, ratio), method, 0, df, p);
        }
        double half = logError * quantile(df);
        double t = Math.abs(logRatio) / logError;
        return new RatioEstimate(
                ratio,
                new Interval(Math.exp(logRatio - half), Math.exp(logRatio + half)),
                method,
                logError,
                df,
                Math.min(1, 2 * TDistribution.of(claimDf).survivalProbability(t)));
    }

    /// How many standard errors a 95 % interval reaches to each side.
    static double quantile(double df) {
        return TDistribution.of(df).inverseSurvivalProbability(TAIL);
    }

    static RatioEstimate withoutInterval(double logRatio) {
        return new RatioEstimate(Math.exp(logRatio), null, Method.NONE, Double.NaN, Double.NaN, 1);
    }

    /// How far the interval reaches from the ratio, as a share of it: 0.01 for ±1 %. A stopping
    /// rule may look at this and at nothing else of the estimate. Infinite without an interval.
    public double precision() {
        return interval == null ? Double.POSITIVE_INFINITY : interval.high() / ratio - 1;
    }

    /// The same estimate with the sides exchanged: of speed instead of time.
    public RatioEstimate inverse() {
        return new RatioEstimate(
                1 / ratio,
                interval == null ? null : interval.inverse(),
                method,
                logError,
                degreesOfFreedom,
                pValue);
    }
}
