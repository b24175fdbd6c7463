package org.pykiln.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;

/// A comparison in one sentence, always with both names beside *faster* or *slower*.
public final class Summary {

    private static final int MOST_DIGITS = 5;

    private Summary() {}

    /// Such as "debian-o3 is 1.08x faster than debian-o2 (95 %: 1.06–1.09x) on 14 datapoints; 1 is
    /// not resolved."
    public static String of(Comparison comparison, CandidateComparison candidate) {
        String claim =
                claim(
                        candidate.name(),
                        comparison.baseline(),
                        comparison.zone(),
                        candidate.geomean(),
                        candidate.verdict());
        int n = candidate.rows().size();
        return claim + " on " + n + (n == 1 ? " datapoint" : " datapoints") + rest(candidate) + ".";
    }

    /// The same of one row, such as "nbody: debian-o3 is 1.23x faster than debian-o2 (95 %:
    /// 1.20–1.25x)."
    public static String of(Comparison comparison, CandidateComparison candidate, Row row) {
        return row.name()
                + ": "
                + claim(
                        candidate.name(),
                        comparison.baseline(),
                        comparison.zone(),
                        row.estimate(),
                        row.verdict())
                + ".";
    }

    private static String claim(
            String candidate,
            String baseline,
            EquivalenceZone zone,
            RatioEstimate estimate,
            Verdict verdict) {
        var time = estimate.interval();
        if (time == null) {
            return "it is not resolved whether %s is faster or slower than %s (%sx the time; one process cannot give an interval)"
                    .formatted(candidate, baseline, rounded(estimate.ratio(), 2));
        }
        return switch (verdict) {
            case FASTER -> {
                var speed = time.inverse();
                int digits = digits(speed.low());
                yield "%s is %sx faster than %s (95 %%: %s)"
                        .formatted(
                                candidate,
                                rounded(1 / estimate.ratio(), digits),
                                baseline,
                                range(speed, digits));
            }
            case SLOWER -> {
                int digits = digits(time.low());
                yield "%s is %sx slower than %s (95 %%: %s)"
                        .formatted(
                                candidate,
                                rounded(estimate.ratio(), digits),
                                baseline,
                                range(time, digits));
            }
            case SAME ->
                    "%s and %s show no difference beyond ±%s %% (%sx the time, 95 %%: %s)"
                            .formatted(
                                    candidate,
                                    baseline,
                                    plain(zone.margin() * 100),
                                    rounded(estimate.ratio(), 3),
                                    range(time, 3));
            case UNRESOLVED ->
                    "it is not resolved whether %s is faster or slower than %s (%sx the time, 95 %%: %s)"
                            .formatted(
                                    candidate,
                                    baseline,
                                    rounded(estimate.ratio(), 2),
                                    range(time, 2));
        };
    }

    private static String rest(CandidateComparison candidate) {
        if (candidate.rows().size() == 1) {
            return "";
        }
        var parts = new ArrayList<String>();
        int faster = candidate.count(Verdict.FASTER);
        int slower = candidate.count(Verdict.SLOWER);
        if (faster > 0 && candidate.verdict() != Verdict.FASTER) {
            parts.add("on " + faster + " it is faster");
        }
        if (slower > 0 && candidate.verdict() != Verdict.SLOWER) {
            parts.add("on " + slower + " it is slower");
        }
        int open = candidate.count(Verdict.UNRESOLVED);
        if (open > 0) {
            parts.add(open + (open == 1 ? " is not resolved" : " are not resolved"));
        }
        return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
    }

    private static String range(Interval interval, int digits) {
        return rounded(interval.low(), digits) + "–" + rounded(interval.high(), digits) + "x";
    }

    /// As many digits as the bound nearest to 1 needs to be told from 1.
    private static int digits(double bound) {
        int digits = 2;
        while (digits < MOST_DIGITS
                && new BigDecimal(rounded(bound, digits)).compareTo(BigDecimal.ONE) == 0) {
            digits++;
        }
        return digits;
    }

    private static String rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
