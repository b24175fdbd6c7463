package org.pykiln.report;

import java.util.List;
import org.pykiln.stats.Comparison;

/// Every datapoint of every candidate at one glance: a line a datapoint, a column a candidate, in
/// each cell the ratio and the sign of its verdict. A cell is tinted only where the verdict is
/// *faster* or *slower*, the stronger the further its ratio is from 1 on a logarithmic scale, so
/// that colour never says more than the verdict.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences, one a candidate
/// @param width in pixels: as asked for, or more where the columns need it
/// @param height in pixels, as needed by the datapoints
/// @param marks what is drawn, in order
/// @param targets the cells, line by line
public record HeatMap(
        String title,
        String description,
        double width,
        double height,
        List<Mark> marks,
        List<Target> targets)
        implements Chart {

    public HeatMap {
        marks = List.copyOf(marks);
        targets = List.copyOf(targets);
    }

    /// Lays the chart out.
    ///
    /// @param width in pixels
    public static HeatMap of(Comparison comparison, double width) {
        return HeatLayout.of(comparison, width).draw();
    }
}
