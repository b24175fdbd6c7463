package org.pykiln.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.report.Digits;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;

/// One row of the table of results.
///
/// @param baselineMean in seconds or bytes; not a number for the geometric mean, which has none
/// @param candidateMean the same of the candidate
/// @param total whether it is the geometric mean of a candidate
/// @param quantity that was compared
/// @param digits of all ratios of the table
public record ResultLine(
        String candidate,
        String name,
        double baselineMean,
        double candidateMean,
        RatioEstimate estimate,
        Verdict verdict,
        boolean total,
        Quantity quantity,
        Digits digits) {

    /// The datapoints of all candidates, and after those of each its geometric mean.
    static List<ResultLine> of(Comparison comparison, Quantity quantity) {
        Digits digits = Digits.of(comparison);
        List<ResultLine> lines = new ArrayList<>();
        for (CandidateComparison candidate : comparison.candidates()) {
            candidate.rows().forEach(row -> lines.add(line(candidate, row, quantity, digits)));
            lines.add(
                    new ResultLine(
                            candidate.name(),
                            "geometric mean of all %d".formatted(candidate.rows().size()),
                            Double.NaN,
                            Double.NaN,
                            candidate.geomean(),
                            candidate.verdict(),
                            true,
                            quantity,
                            digits));
        }
        return lines;
    }

    private static ResultLine line(
            CandidateComparison candidate, Row row, Quantity quantity, Digits digits) {
        return new ResultLine(
                candidate.name(),
                row.name(),
                row.baselineMean(),
                row.candidateMean(),
                row.estimate(),
                row.verdict(),
                false,
                quantity,
                digits);
    }

    double ratio() {
        return estimate.ratio();
    }

    /// How far the interval reaches: infinite without one.
    double reach() {
        return estimate.precision();
    }

    String baselineText() {
        return total ? "" : Digits.mean(quantity, baselineMean);
    }

    String candidateText() {
        return total ? "" : Digits.mean(quantity, candidateMean);
    }

    String ratioText() {
        return digits.ratio(estimate.ratio());
    }

    String intervalText() {
        return digits.interval(estimate.interval());
    }

    String word() {
        return quantity.word(verdict);
    }
}
