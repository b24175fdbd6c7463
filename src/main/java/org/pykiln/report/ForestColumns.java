package org.pykiln.report;

import java.util.List;
import java.util.stream.Stream;
import org.pykiln.report.ForestChart.Group;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Verdict;

/// Where the columns of a forest chart stand, in pixels: names start, the plot lies between, ratios
/// and intervals end, verdicts start.
record ForestColumns(
        double nameRoom,
        double candidate,
        double candidateRoom,
        double plotLeft,
        double plotRight,
        double ratioEnd,
        double intervalEnd,
        double verdict) {

    static final double FONT = 13;
    static final double MARGIN = 12;
    static final double GAP = 16;

    static final String NAME_HEADER = "datapoint";

    /// How much wider a text gets in bold.
    private static final double BOLD = 1.1;

    static ForestColumns of(
            Comparison comparison, Digits digits, List<Group> groups, double width) {
        double ratio = widest(Digits.estimates(comparison).map(e -> digits.ratio(e.ratio())));
        double interval =
                widest(Digits.estimates(comparison).map(e -> digits.interval(e.interval())));
        double verdict = width - MARGIN - widest(Stream.of(Verdict.UNRESOLVED.label()));
        double intervalEnd = verdict - GAP;
        double ratioEnd = intervalEnd - interval - GAP;
        double plotRight = ratioEnd - ratio - GAP;
        // The plot keeps at least half of what the numbers leave.
        double names = (plotRight - MARGIN) / 2 - GAP;
        double name = widest(groups.stream().map(Group::name));
        double candidateRoom = 0;
        double candidateGap = 0;
        if (comparison.candidates().size() > 1) {
            double wanted = widest(comparison.candidates().stream().map(CandidateComparison::name));
            candidateRoom = Math.min(wanted, Math.max(names / 2, names - name - GAP));
            candidateGap = GAP;
        }
        double nameRoom = Math.min(name, names - candidateRoom - candidateGap);
        nameRoom = Math.max(nameRoom, widest(Stream.of(NAME_HEADER)));
        double candidate = MARGIN + nameRoom + GAP;
        return new ForestColumns(
                nameRoom,
                candidate,
                candidateRoom,
                candidate + candidateRoom + candidateGap,
                plotRight,
                ratioEnd,
                intervalEnd,
                verdict);
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, FONT)).max().orElse(0) * BOLD;
    }
}
