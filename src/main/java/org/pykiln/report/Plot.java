package org.pykiln.report;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/// A chart that can be drawn in any width, and the numbers behind it.
///
/// @param layout lays it out for a width in pixels
/// @param numbers exactly what is plotted, as comma-separated values
public record Plot(DoubleFunction<? extends Chart> layout, Supplier<String> numbers) {

    /// As wide as a page of a report, in pixels.
    public static final double PAGE_WIDTH = 944;

    /// @param width in pixels
    public Chart draw(double width) {
        return layout.apply(width);
    }

    /// The numbers as [CsvTable] writes them.
    public String csv() {
        return numbers.get();
    }
}
