package org.pykiln.stats;

/// One datapoint of a comparison.
///
/// @param name of the datapoint
/// @param baselineUnits number of processes measured on the baseline
/// @param candidateUnits number of processes measured on the candidate
/// @param baselineMean arithmetic mean of the process means behind the ratio
/// @param candidateMean the same of the candidate
/// @param estimate `candidateMean / baselineMean` with its own 95 % interval, not corrected
/// @param adjustedP p-value of "no difference" after correction for all claims of the comparison
/// @param verdict after that correction
public record Row(
        String name,
        int baselineUnits,
        int candidateUnits,
        double baselineMean,
        double candidateMean,
        RatioEstimate estimate,
        double adjustedP,
        Verdict verdict) {}
