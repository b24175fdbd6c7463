package org.pykiln.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.Texts;

/// One row of the table of results.
///
/// @param baselineMean in seconds; not a number for the geometric mean, which has none
/// @param candidateMean the same of the candidate
/// @param total whether it is the geometric mean of a candidate
public record ResultLine(
        String candidate,
        String name,
        double baselineMean,
        double candidateMean,
        RatioEstimate estimate,
        Verdict verdict,
        boolean total) {

    /// The datapoints of a candidate, and last its geometric mean.
    static List<ResultLine> of(CandidateComparison candidate) {
        List<ResultLine> lines = new ArrayList<>();
        for (Row row : candidate.rows()) {
            lines.add(
                    new ResultLine(
                            candidate.name(),
                            row.name(),
                            row.baselineMean(),
                            row.candidateMean(),
                            row.estimate(),
                            row.verdict(),
                            false));
        }
        lines.add(
                new ResultLine(
                        candidate.name(),
                        "geometric mean",
                        Double.NaN,
                        Double.NaN,
                        candidate.geomean(),
                        candidate.verdict(),
                        true));
        return lines;
    }

    double ratio() {
        return estimate.ratio();
    }

    /// How far the interval reaches: infinite without one.
    double reach() {
        return estimate.precision();
    }

    String baselineText() {
        return total ? "" : Texts.seconds(baselineMean);
    }

    String candidateText() {
        return total ? "" : Texts.seconds(candidateMean);
    }

    String ratioText() {
        return Texts.ratio(estimate);
    }

    String intervalText() {
        return Texts.interval(estimate);
    }
}
