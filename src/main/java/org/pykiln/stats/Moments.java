package org.pykiln.stats;

import java.util.Collection;

/// Number, mean and sample variance (n − 1) of some values; the variance of one value is NaN.
record Moments(int n, double mean, double variance) {

    static Moments of(Collection<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        int n = values.size();
        double mean = sum / n;
        // Two passes: process means differ in the fourth digit, and a running sum of squares would
        // lose what is left.
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        return new Moments(
                n, mean + rest / n, n < 2 ? Double.NaN : (squares - rest * rest / n) / (n - 1));
    }

    /// Squared standard error of the mean, as a share of the squared mean.
    double relativeErrorSquared() {
        return variance / n / (mean * mean);
    }
}
