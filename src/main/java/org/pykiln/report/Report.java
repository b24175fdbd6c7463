package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.stats.Builds;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate.Method;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

/// Everything a written report says; [HtmlReport] and [MarkdownReport] are its forms.
///
/// @param title such as the name of the session
/// @param subtitle such as when and with which version it was measured
/// @param charts what its charts are drawn from, with the comparison of process means
/// @param images what is known of the images, in the order in which they are shown
/// @param hostWarnings what may have disturbed the measurement
public record Report(
        String title,
        String subtitle,
        ChartData charts,
        List<ImageFacts> images,
        List<String> hostWarnings) {

    public Report {
        images = List.copyOf(images);
        hostWarnings = List.copyOf(hostWarnings);
    }

    List<Variance> variances() {
        return charts.variances();
    }

    Comparison comparison() {
        return charts.comparison();
    }

    /// One sentence a candidate.
    List<String> sentences() {
        return Summary.all(comparison());
    }

    /// What a reader has to know before believing a number.
    List<String> warnings() {
        var warnings = new ArrayList<>(hostWarnings);
        for (var image : images) {
            if (image.proofs().stream().anyMatch(proof -> !proof.holds())) {
                warnings.add(image.name() + ": " + image.proofState() + ".");
            }
        }
        for (var candidate : comparison().candidates()) {
            warnings.addAll(warnings(candidate));
        }
        return warnings;
    }

    private List<String> warnings(CandidateComparison candidate) {
        var warnings = new ArrayList<String>();
        String pair = candidate.name() + " and " + comparison().baseline();
        long unpaired =
                candidate.rows().stream()
                        .filter(row -> row.estimate().method() == Method.INDEPENDENT)
                        .count();
        if (unpaired > 0) {
            warnings.add(
                    ("%s: %d of %d datapoints are not paired by round (fewer than six shared"
                                    + " rounds, or rounds not known). Where the images were measured"
                                    + " one after the other, drift of the machine is part of these"
                                    + " ratios.")
                            .formatted(pair, unpaired, candidate.rows().size()));
        }
        var alone = candidate.rows().stream().filter(Report::hasNoInterval).map(Row::name).toList();
        if (!alone.isEmpty()) {
            warnings.add(
                    "%s: measured in a single process, so without interval: %s."
                            .formatted(pair, String.join(", ", alone)));
        }
        if (!candidate.unmatched().isEmpty()) {
            warnings.add(
                    "%s: only one of them has %s; left out."
                            .formatted(pair, String.join(", ", candidate.unmatched())));
        }
        return warnings;
    }

    private static boolean hasNoInterval(Row row) {
        return row.estimate().interval() == null;
    }

    /// How the numbers came about, in sentences.
    List<String> method() {
        return List.of(
                "Ratio: mean time of the candidate / mean time of the baseline; below 1 the"
                        + " candidate is faster. The unit is the process: its values are averaged"
                        + " first.",
                "Interval: 95 %, of the ratio. Paired by round where both images share at least"
                        + " six rounds, else Welch's.",
                "Verdict: same, if the interval lies within ±"
                        + Digits.percent(comparison().zone().margin())
                        + " %; faster or slower, if the difference survives the correction for all"
                        + " datapoints (weighted Holm, 5 % for the whole comparison); else not"
                        + " resolved. A row whose own interval excludes 1 can still be not"
                        + " resolved: of many intervals some do so by chance.",
                "Geometric mean: of the ratios above. Its interval says how exactly these"
                        + " datapoints were measured; it does not speak of other programs.",
                levels());
    }

    /// What the numbers speak of: recipes or images.
    private String levels() {
        return "Level: "
                + comparison().candidates().stream()
                        .map(CandidateComparison::builds)
                        .distinct()
                        .map(Builds::text)
                        .collect(Collectors.joining(" "));
    }
}
