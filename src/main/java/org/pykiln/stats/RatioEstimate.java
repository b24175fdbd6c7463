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
public record RatioEstimate(
        double ratio,
        @Nullable Interval interval,
        Method method,
        double logError,
        double degreesOfFreedom) {

    /// Share of intervals that hold the true ratio.
    public static final double CONFIDENCE = 0.95;

    /// Where the standard error comes from.
    public enum Method {
        /// From the differences inside rounds: drift of the machine has cancelled.
        PAIRED_BY_ROUND,
        /// From the spread of each side (Welch): drift is not removed.
        INDEPENDENT,
        /// One unit on a side: no error can be estimated.
        NONE
    }

    static RatioEstimate of(double logRatio, double logError, double df, Method method) {
        double reach = TDistribution.of(df).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        double half = logError == 0 ? 0 : reach * logError;
        var interval = new Interval(Math.exp(logRatio - half), Math.exp(logRatio + half));
        return new RatioEstimate(Math.exp(logRatio), interval, method, logError, df);
    }

    static RatioEstimate withoutInterval(double logRatio) {
        return new RatioEstimate(Math.exp(logRatio), null, Method.NONE, Double.NaN, Double.NaN);
    }

    /// How far the interval reaches from the ratio, as a share of it: 0.01 for ±1 %. A stopping
    /// rule may look at this and at nothing else of the estimate. Infinite without an interval.
    public double precision() {
        return interval == null ? Double.POSITIVE_INFINITY : interval.high() / ratio - 1;
    }

    /// Two-sided p-value of "the ratio is 1", before any correction; 1 without an interval.
    public double pValue() {
        if (interval == null || ratio == 1) {
            return 1;
        }
        if (logError == 0) {
            return 0;
        }
        double t = Math.abs(Math.log(ratio)) / logError;
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(t));
    }
}
