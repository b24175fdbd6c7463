package org.pykiln.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

/// The forest plot of a comparison, laid out: one line a datapoint and candidate with its ratio and
/// 95 % interval on a logarithmic axis around 1.00x, the equivalence zone as a band, and the
/// geometric means as diamonds at the bottom. Datapoints are sorted by the first candidate's
/// effect.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences, one a candidate
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the lines
/// @param marks what is drawn, in order
/// @param targets the lines from top to bottom
public record ForestChart(
        String title,
        String description,
        double width,
        double height,
        List<Mark> marks,
        List<Target> targets)
        implements Chart {

    /// Lays the chart out.
    ///
    /// @param width in pixels; a smaller one than [Chart#SMALLEST_WIDTH] is raised to it
    public static ForestChart of(Comparison comparison, double width) {
        return new ForestLayout(comparison, Math.max(width, SMALLEST_WIDTH), groups(comparison))
                .draw();
    }

    /// The rows of one datapoint, or the geometric means.
    ///
    /// @param name shown once, before the first line
    record Group(String name, List<Line> lines) {

        boolean isTotal() {
            return lines.getFirst().row() == null;
        }
    }

    /// @param row null for the geometric mean
    record Line(CandidateComparison candidate, @Nullable Row row, String text) {}

    private static List<Group> groups(Comparison comparison) {
        var rows = new LinkedHashMap<String, List<Line>>();
        for (var candidate : comparison.candidates()) {
            for (var row : candidate.rows()) {
                rows.computeIfAbsent(row.name(), name -> new ArrayList<>())
                        .add(new Line(candidate, row, Summary.of(comparison, candidate, row)));
            }
        }
        var groups = new ArrayList<Group>();
        rows.forEach((name, lines) -> groups.add(new Group(name, lines)));
        groups.sort(Comparator.comparingDouble(ForestChart::effect));
        // Of a single datapoint the geometric mean is the datapoint.
        if (groups.size() == 1) {
            return groups;
        }
        groups.add(
                new Group(
                        "geometric mean",
                        comparison.candidates().stream()
                                .map(c -> new Line(c, null, Summary.of(comparison, c)))
                                .toList()));
        return groups;
    }

    private static double effect(Group group) {
        var row = group.lines().getFirst().row();
        return row == null ? 1 : row.estimate().ratio();
    }

    static String title(Comparison comparison) {
        return comparison.candidates().stream()
                        .map(CandidateComparison::name)
                        .collect(Collectors.joining(", "))
                + " against "
                + comparison.baseline();
    }
}
