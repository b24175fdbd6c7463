package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where the errors of ratios come from, laid out: a stacked bar a datapoint, and one for all of
/// them. Builds are solid, processes hatched and iterations hollow, so the parts are told apart
/// without colour too; the shares stand beside the bar as numbers.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the datapoints
/// @param marks what is drawn, in order
/// @param targets the datapoints from top to bottom
public record VarianceChart(
        String title,
        String description,
        double width,
        double height,
        List<Mark> marks,
        List<Target> targets)
        implements Chart {

    private static final double HEADING = 24;

    public VarianceChart {
        marks = List.copyOf(marks);
        targets = List.copyOf(targets);
    }

    /// Lays the chart out.
    ///
    /// @param width in pixels; a smaller one than [#SMALLEST_WIDTH] is raised to it
    public static VarianceChart of(Variance variance, double width) {
        return new VarianceLayout(variance, Math.max(width, SMALLEST_WIDTH)).draw();
    }

    /// Several candidates below each other.
    ///
    /// @param variances at least one
    /// @param width in pixels; a smaller one than [#SMALLEST_WIDTH] is raised to it
    public static VarianceChart of(List<Variance> variances, double width) {
        var parts = variances.stream().map(one -> of(one, width)).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var marks = new ArrayList<Mark>();
        var targets = new ArrayList<Target>();
        double y = 0;
        for (var part : parts) {
            y += HEADING;
            marks.add(heading(part, y));
            double top = y;
            part.marks().forEach(mark -> marks.add(mark.below(top)));
            part.targets().forEach(target -> targets.add(target.below(top)));
            y += part.height();
        }
        return new VarianceChart(
                joined(parts, VarianceChart::title, "; "),
                joined(parts, VarianceChart::description, " "),
                parts.getFirst().width(),
                y,
                marks,
                targets);
    }

    private static Mark heading(VarianceChart part, double y) {
        return new Mark.Label(
                Ink.TEXT,
                TextWidth.fit(part.title(), ForestColumns.FONT, part.width() - 2 * HEADING),
                part.title(),
                ForestColumns.MARGIN,
                y - 4,
                Mark.Anchor.START,
                ForestColumns.FONT,
                true);
    }

    private static String joined(
            List<VarianceChart> parts, Function<VarianceChart, String> text, String between) {
        return parts.stream().map(text).collect(Collectors.joining(between));
    }
}
