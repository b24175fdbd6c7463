package org.pykiln.ui.common;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pykiln.stats.RatioEstimate;

/// Numbers as people read them.
public final class Texts {
    private static final int MOST_NAMED = 8;

    private Texts() {}

    /// `3:10`, `1:02:03`.
    public static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// `126 MB`.
    public static String bytes(long bytes) {
        double megabytes = bytes / 1e6;
        return megabytes < 10
                ? String.format(Locale.ROOT, "%.1f MB", megabytes)
                : String.format(Locale.ROOT, "%.0f MB", megabytes);
    }

    /// A time in the unit that suits it, four digits: `12.34 ms`.
    public static String seconds(double seconds) {
        String[] units = {"s", "ms", "µs", "ns"};
        double value = seconds;
        int unit = 0;
        while (value < 1 && unit < units.length - 1) {
            value *= 1000;
            unit++;
        }
        int decimals = value < 10 ? 3 : value < 100 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
    }

    /// `0.987x`.
    public static String ratio(RatioEstimate estimate) {
        return String.format(Locale.ROOT, "%.3fx", estimate.ratio());
    }

    /// `0.981 – 0.993`, or a dash where there is none.
    public static String interval(RatioEstimate estimate) {
        var interval = estimate.interval();
        return interval == null
                ? "—"
                : String.format(Locale.ROOT, "%.3f – %.3f", interval.low(), interval.high());
    }

    /// `all 13 proofs hold`, `12 of 13 proofs hold`.
    public static String proofs(long holding, long all) {
        return holding == all
                ? all == 1 ? "its proof holds" : "all %d proofs hold".formatted(all)
                : "%d of %s hold".formatted(holding, count(all, "proof"));
    }

    /// `a, b, c`, or of many the first, the last and their number: `3.9.0 … 3.12.7 (57 values)`.
    public static String some(List<String> values) {
        return values.size() <= MOST_NAMED
                ? String.join(", ", values)
                : "%s … %s (%d values)"
                        .formatted(values.getFirst(), values.getLast(), values.size());
    }

    /// `1 finding`, `2 findings`.
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
