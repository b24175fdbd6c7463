package org.pykiln.report;

import java.util.List;

/// Where the errors of ratios come from, laid out: a stacked bar a datapoint, and one for all of
/// them. Builds are solid, processes hatched and iterations hollow, so the parts are told apart
/// without colour too; the shares stand beside the bar as numbers.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the datapoints
/// @param marks what is drawn, in order
public record VarianceChart(
        String title, String description, double width, double height, List<Mark> marks)
        implements Chart {

    /// Below this width names and numbers leave no room for the bars.
    public static final double SMALLEST_WIDTH = 640;

    public VarianceChart {
        marks = List.copyOf(marks);
    }

    /// Lays the chart out.
    ///
    /// @param width in pixels; a smaller one than [#SMALLEST_WIDTH] is raised to it
    public static VarianceChart of(Variance variance, double width) {
        return new VarianceLayout(variance, Math.max(width, SMALLEST_WIDTH)).draw();
    }
}
