package org.pykiln.report;

import org.jspecify.annotations.Nullable;

/// A part of a chart that stands for one row or cell: what a click hits, what the keyboard reaches,
/// what a screen reader reads.
///
/// @param candidate its name
/// @param datapoint its name, or null for the geometric mean
/// @param text the row in words
/// @param x of the left edge, in pixels of the chart
/// @param y of the upper edge
public record Target(
        String candidate,
        @Nullable String datapoint,
        String text,
        double x,
        double y,
        double width,
        double height) {

    /// The same further down, in pixels.
    Target below(double by) {
        return new Target(candidate, datapoint, text, x, y + by, width, height);
    }

    /// In square pixels: of targets on top of each other the smallest is meant.
    public double area() {
        return width * height;
    }

    /// Whether a point of the chart lies in it.
    public boolean holds(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
