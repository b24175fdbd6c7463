package org.pykiln.report;

import java.util.List;

/// Time against image size, peak memory and build time, a panel each: the further left, the faster,
/// the lower, the cheaper. Ringed images are the front, than which no other is both at least as
/// fast and as cheap; below, the numbers of all images.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the images
/// @param marks what is drawn, in order
/// @param targets the images of each panel, then those of the table
public record ParetoChart(
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
    public static ParetoChart of(Pareto pareto, double width) {
        return new ParetoLayout(pareto, Math.max(width, SMALLEST_WIDTH)).draw();
    }
}
