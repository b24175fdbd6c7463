package org.pykiln.report;

import java.util.List;

/// Everything that was measured of one datapoint. Above, for each image its half density (a kernel
/// density of the logarithms of process means, [org.pykiln.stats.Density]), its mean with the 95 %
/// interval, and every unit as a dot; below, the same units in the order in which they were
/// measured, so that drift and steps are seen.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences, one an image
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the images
/// @param marks what is drawn, in order
/// @param targets the images with their units, then the units in the order of the run
public record RaincloudChart(
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
    public static RaincloudChart of(DatapointUnits units, double width) {
        return new RaincloudLayout(units, Math.max(width, SMALLEST_WIDTH)).draw();
    }
}
