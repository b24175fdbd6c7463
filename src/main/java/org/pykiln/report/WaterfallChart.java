package org.pykiln.report;

import java.util.List;

/// The steps from one recipe to another, laid out: one bar a step, from the time before it to the
/// time after it, both in units of the first rung's time on a logarithmic axis, with the step's 95
/// % interval as whisker at its end; the last bar is the whole. A bar is filled where the verdict
/// is *faster* or *slower*, which also goes left or right, and hollow otherwise.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences, one a step
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the steps
/// @param marks what is drawn, in order
/// @param targets the steps from top to bottom
public record WaterfallChart(
        String title,
        String description,
        double width,
        double height,
        List<Mark> marks,
        List<Target> targets)
        implements Chart {

    public WaterfallChart {
        marks = List.copyOf(marks);
        targets = List.copyOf(targets);
    }

    /// Lays the chart out.
    ///
    /// @param width in pixels; a smaller one than [Chart#SMALLEST_WIDTH] is raised to it
    public static WaterfallChart of(Waterfall waterfall, double width) {
        return new WaterfallLayout(waterfall, Math.max(width, SMALLEST_WIDTH)).draw();
    }
}
