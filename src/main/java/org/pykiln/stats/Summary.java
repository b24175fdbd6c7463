package org.pykiln.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A comparison in one sentence, with both names beside every *faster* and *slower*.
public final class Summary {

    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 5;

    private Summary() {}

    /// One sentence a candidate.
    public static List<String> all(Comparison comparison) {
        return comparison.candidates().stream()
                .map(candidate -> of(comparison, candidate))
                .toList();
    }

    /// Such as "debian-o3 is 1.08x faster than debian-o2 (95 %: 1.06–1.09x) on 14 datapoints; 1 is
    /// not resolved."
    public static String of(Comparison comparison, CandidateComparison candidate) {
        String claim =
                claim(comparison, candidate.name(), candidate.geomean(), candidate.verdict());
        return whole(candidate, claim, Quantity.TIME);
    }

    /// As above, of another quantity, such as "debian-o3 takes 1.04x the peak memory of debian-o2,
    /// which is larger (95 %: 1.03–1.05x), on 14 datapoints."
    public static String of(
            Comparison comparison, CandidateComparison candidate, Quantity quantity) {
        return quantity == Quantity.TIME
                ? of(comparison, candidate)
                : whole(candidate, share(comparison, candidate, quantity), quantity);
    }

    private static String whole(CandidateComparison candidate, String words, Quantity quantity) {
        String claim = words;
        // Names keep their case; only our own first word gets a capital.
        if (candidate.verdict() == Verdict.UNRESOLVED) {
            claim = "I" + claim.substring(1);
        }
        int n = candidate.rows().size();
        return claim
                + " on "
                + n
                + (n == 1 ? " datapoint" : " datapoints")
                + level(candidate.builds())
                + rest(candidate, quantity)
                + ".";
    }

    private static String level(Builds builds) {
        if (builds.areSingle()) {
            return "";
        }
        String counts = builds.candidate() + " against " + builds.baseline() + " builds";
        return builds.speakOfRecipes()
                ? ", by " + counts
                : ", of these images alone (" + counts + ")";
    }

    /// The same of one row, such as "nbody: debian-o3 is 1.23x faster than debian-o2 (95 %:
    /// 1.20–1.25x)."
    public static String of(Comparison comparison, CandidateComparison candidate, Row row) {
        return row.name()
                + ": "
                + claim(comparison, candidate.name(), row.estimate(), row.verdict())
                + ".";
    }

    private static String claim(
            Comparison comparison, String candidate, RatioEstimate estimate, Verdict verdict) {
        String baseline = comparison.baseline();
        return switch (verdict) {
            case FASTER ->
                    candidate + " is " + factor(estimate.inverse(), "faster than " + baseline);
            case SLOWER -> candidate + " is " + factor(estimate, "slower than " + baseline);
            case SAME ->
                    candidate
                            + " and "
                            + baseline
                            + " show no difference beyond ±"
                            + percent(comparison.zone().margin())
                            + " % ("
                            + timeOf(estimate)
                            + ")";
            case UNRESOLVED ->
                    "it is not resolved whether "
                            + candidate
                            + " is faster or slower than "
                            + baseline
                            + " ("
                            + timeOf(estimate)
                            + ")";
        };
    }

    /// How much of the quantity a candidate takes.
    private static String share(
            Comparison comparison, CandidateComparison candidate, Quantity quantity) {
        String name = candidate.name();
        String baseline = comparison.baseline();
        var estimate = candidate.geomean();
        return switch (candidate.verdict()) {
            case FASTER, SLOWER -> {
                int digits = digits(estimate);
                yield "%s takes %sx the %s of %s, which is %s (%s),"
                        .formatted(
                                name,
                                rounded(estimate.ratio(), digits),
                                quantity.label(),
                                baseline,
                                quantity.word(candidate.verdict()),
                                range(estimate, digits));
            }
            case SAME ->
                    "%s and %s show no difference of %s beyond ±%s %% (%s)"
                            .formatted(
                                    name,
                                    baseline,
                                    quantity.label(),
                                    percent(comparison.zone().margin()),
                                    times(estimate, quantity));
            case UNRESOLVED ->
                    "it is not resolved whether the %s of %s is %s or %s than that of %s (%s)"
                            .formatted(
                                    quantity.label(),
                                    name,
                                    quantity.word(Verdict.FASTER),
                                    quantity.word(Verdict.SLOWER),
                                    baseline,
                                    times(estimate, quantity));
        };
    }

    private static String factor(RatioEstimate estimate, String than) {
        int digits = digits(estimate);
        return rounded(estimate.ratio(), digits)
                + "x "
                + than
                + " ("
                + range(estimate, digits)
                + ")";
    }

    private static String timeOf(RatioEstimate estimate) {
        return times(estimate, Quantity.TIME);
    }

    private static String times(RatioEstimate estimate, Quantity quantity) {
        int digits = digits(estimate);
        return rounded(estimate.ratio(), digits)
                + "x the "
                + quantity.label()
                + separator(estimate)
                + range(estimate, digits);
    }

    private static String separator(RatioEstimate estimate) {
        return estimate.interval() == null ? "; " : ", ";
    }

    private static String range(RatioEstimate estimate, int digits) {
        var interval = estimate.interval();
        return interval == null
                ? "no interval from a single process"
                : "95 %: "
                        + rounded(interval.low(), digits)
                        + "–"
                        + rounded(interval.high(), digits)
                        + "x";
    }

    private static String rest(CandidateComparison candidate, Quantity quantity) {
        if (candidate.rows().size() == 1) {
            return "";
        }
        var parts = new ArrayList<String>();
        int faster = candidate.count(Verdict.FASTER);
        int slower = candidate.count(Verdict.SLOWER);
        if (faster > 0 && candidate.verdict() != Verdict.FASTER) {
            parts.add("on " + faster + " it is " + quantity.word(Verdict.FASTER));
        }
        if (slower > 0 && candidate.verdict() != Verdict.SLOWER) {
            parts.add("on " + slower + " it is " + quantity.word(Verdict.SLOWER));
        }
        int open = candidate.count(Verdict.UNRESOLVED);
        if (open > 0) {
            parts.add(open + (open == 1 ? " is not resolved" : " are not resolved"));
        }
        return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
    }

    /// As many digits as the interval needs to have two ends, and neither of them 1 if it does not
    /// hold 1.
    private static int digits(RatioEstimate estimate) {
        var interval = estimate.interval();
        int digits = FEWEST_DIGITS;
        while (interval != null && digits < MOST_DIGITS && isBlurred(interval, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean isBlurred(Interval interval, int digits) {
        String low = rounded(interval.low(), digits);
        String high = rounded(interval.high(), digits);
        return low.equals(high) || (!interval.contains(1) && (isOne(low) || isOne(high)));
    }

    private static boolean isOne(String rounded) {
        return new BigDecimal(rounded).compareTo(BigDecimal.ONE) == 0;
    }

    private static String rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(double margin) {
        return new BigDecimal(margin * 100)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
