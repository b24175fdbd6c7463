package org.pykiln.stats;

import java.util.List;

/// One candidate against the baseline.
///
/// @param name of the candidate
/// @param builds how many builds of each side were measured, which decides what the numbers speak
///   of
/// @param geomean geometric mean of the ratios of all rows. Its interval says how exactly these
///   datapoints were measured, not how other programs would do.
/// @param adjustedP p-value of "the geometric mean is 1" after correction
/// @param verdict on the geometric mean
/// @param rows the datapoints of both images, in the baseline's order; at least one
/// @param unmatched datapoints that only one of the two images has, left out of everything
public record CandidateComparison(
        String name,
        Builds builds,
        RatioEstimate geomean,
        double adjustedP,
        Verdict verdict,
        List<Row> rows,
        List<String> unmatched) {

    public CandidateComparison {
        rows = List.copyOf(rows);
        unmatched = List.copyOf(unmatched);
    }

    /// Of two images, each the only one of its variant.
    public CandidateComparison(
            String name,
            RatioEstimate geomean,
            double adjustedP,
            Verdict verdict,
            List<Row> rows,
            List<String> unmatched) {
        this(name, new Builds(1, 1), geomean, adjustedP, verdict, rows, unmatched);
    }

    /// How many rows have the verdict.
    public int count(Verdict wanted) {
        return (int) rows.stream().filter(row -> row.verdict() == wanted).count();
    }
}
