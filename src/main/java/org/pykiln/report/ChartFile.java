package org.pykiln.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of file that a chart is written to.
public enum ChartFile {
    SVG,
    PNG,
    /// The numbers that are plotted.
    CSV;

    /// By the end of the file's name.
    public static Optional<ChartFile> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> name.endsWith(kind.ending())).findFirst();
    }

    /// `.svg`
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// What the file holds.
    ///
    /// @param width of the chart in pixels
    /// @param scale pixels of a picture for one of the chart
    public byte[] bytes(Plot plot, double width, Palette palette, int scale) {
        return switch (this) {
            case SVG -> Svg.standalone(plot.draw(width), palette).getBytes(StandardCharsets.UTF_8);
            case PNG -> Png.of(plot.draw(width), palette, scale);
            case CSV -> plot.csv().getBytes(StandardCharsets.UTF_8);
        };
    }
}
