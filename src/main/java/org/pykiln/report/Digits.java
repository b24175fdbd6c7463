package org.pykiln.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Interval;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;

/// How ratios and times are printed: one precision for a whole comparison, two digits behind the
/// point, or more if its intervals are that narrow or its marked rows would read 1.00.
///
/// @param behindPoint digits behind the point of ratios
public record Digits(int behindPoint) {

    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final Scale MEGABYTES = new Scale(1e6, "MB");
    private static final List<String> TIME_UNITS = List.of("sec", "ms", "us", "ns");

    static final Digits FEW = new Digits(FEWEST);

    public static Digits of(Comparison comparison) {
        double[] widths =
                estimates(comparison)
                        .mapToDouble(RatioEstimate::precision)
                        .filter(width -> width > 0 && width < 1)
                        .sorted()
                        .toArray();
        int digits = FEWEST;
        if (widths.length > 0) {
            long shown = Math.round(-Math.log10(widths[widths.length / 2]));
            digits = (int) Math.clamp(shown, FEWEST, MOST - 1);
        }
        for (var candidate : comparison.candidates()) {
            digits = Math.max(digits, needed(candidate.verdict(), candidate.geomean()));
            for (var row : candidate.rows()) {
                digits = Math.max(digits, needed(row.verdict(), row.estimate()));
            }
        }
        return new Digits(digits);
    }

    private static int needed(Verdict verdict, RatioEstimate estimate) {
        var interval = estimate.interval();
        if (interval == null || verdict == Verdict.SAME || verdict == Verdict.UNRESOLVED) {
            return FEWEST;
        }
        double nearest = verdict == Verdict.FASTER ? interval.high() : interval.low();
        // Of 0.10 the second digit is all there is.
        int digits = FEWEST + (int) Math.clamp(Math.ceil(-Math.log10(4 * estimate.ratio())), 0, 2);
        while (digits < MOST && rounded(nearest, digits).compareTo(BigDecimal.ONE) == 0) {
            digits++;
        }
        return digits;
    }

    public String ratio(double ratio) {
        return plain(ratio) + "x";
    }

    public String interval(@Nullable Interval interval) {
        return interval == null
                ? "no interval"
                : "[" + plain(interval.low()) + ", " + plain(interval.high()) + "]";
    }

    private String plain(double value) {
        return rounded(value, behindPoint).toPlainString();
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /// A mean of the quantity.
    public static String mean(Quantity quantity, double value) {
        return switch (quantity) {
            case TIME -> time(value);
            case MEMORY -> MEGABYTES.text(value, 1);
        };
    }

    /// Seconds with three digits that count, such as "12.3 ms".
    static String time(double seconds) {
        int unit = 0;
        double value = seconds;
        while (value < 1 && unit < TIME_UNITS.size() - 1) {
            value *= 1000;
            unit++;
        }
        int behindPoint = Math.max(0, 2 - (int) Math.floor(Math.log10(value)));
        return rounded(value, behindPoint).toPlainString() + " " + TIME_UNITS.get(unit);
    }

    /// A share as per cent, without the sign: 0.01 as "1".
    static String percent(double share) {
        var percent = new BigDecimal(share * 100).setScale(6, RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString();
    }

    /// The rows of a candidate as charts and tables show them: the greatest gain first.
    static List<Row> byEffect(CandidateComparison candidate) {
        return candidate.rows().stream()
                .sorted(Comparator.comparingDouble(row -> row.estimate().ratio()))
                .toList();
    }

    static Stream<RatioEstimate> estimates(Comparison comparison) {
        return comparison.candidates().stream()
                .flatMap(candidate ->
                        Stream.concat(
                                Stream.of(candidate.geomean()),
                                candidate.rows().stream().map(Row::estimate)));
    }
}
