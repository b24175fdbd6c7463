package org.pykiln.stats;

/// A closed interval of ratios, `0 < low <= high`.
public record Interval(double low, double high) {

    public Interval {
        if (!(low > 0 && low <= high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no interval of ratios: " + low + " to " + high);
        }
    }

    /// Whether the ratio lies in the interval, bounds included.
    public boolean contains(double ratio) {
        return low <= ratio && ratio <= high;
    }

    /// Whether all of this interval lies in the other one, bounds included.
    public boolean inside(Interval other) {
        return other.low <= low && high <= other.high;
    }

    /// The interval of the inverse ratio: of speed instead of time.
    public Interval inverse() {
        return new Interval(1 / high, 1 / low);
    }
}
