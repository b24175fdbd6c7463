package org.pykiln.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Point;

/// The empirical distribution of one datapoint: for each image a step curve that tells which share
/// of its units took at most so long. A curve that lies left of another everywhere belongs to the
/// image that is faster at every share, not only on average.
///
/// @param title what the chart shows, for screen readers
/// @param description the same in sentences, one an image
/// @param width in pixels, as asked for
/// @param height in pixels, as needed by the names
/// @param marks what is drawn, in order
/// @param targets the units of each image, then the images
public record EcdfChart(
        String title,
        String description,
        double width,
        double height,
        List<Mark> marks,
        List<Target> targets)
        implements Chart {

    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double TOP = 40;
    private static final double HEIGHT = 280;
    private static final double LINE = 22;
    private static final double DOT = 3;
    private static final double SAMPLE = 36;

    /// Lays the chart out.
    ///
    /// @param width in pixels; a smaller one than [Chart#SMALLEST_WIDTH] is raised to it
    public static EcdfChart of(DatapointUnits units, double width) {
        return draw(units, Math.max(width, SMALLEST_WIDTH));
    }

    private static EcdfChart draw(DatapointUnits units, double width) {
        var pen = new Pen();
        var text = UnitsText.of(units);
        double left = MARGIN + TextWidth.of("100 %", Pen.SMALL) + GAP / 2;
        double right = width - MARGIN - GAP;
        var values = new DoubleSummaryStatistics();
        units.means().forEach(values);
        var axis = ValueAxis.of(left, right, values, text.scale());
        pen.bold(units.datapoint(), MARGIN, TOP - 18, Anchor.START, width / 2);
        grid(pen, axis);
        String title = text.scale().title(units.quantity()) + " (log scale)";
        pen.note(title, (left + right) / 2, TOP + HEIGHT + 36, Anchor.MIDDLE);
        for (var image : units.images()) {
            curve(pen, image, axis, text);
        }
        double y = TOP + HEIGHT + 52;
        double names = TextWidth.widest(units.images().stream().map(OfImage::image), Pen.FONT);
        for (var image : units.images()) {
            pen.target(image.image(), text.sentence(image), MARGIN / 2, y, width - MARGIN, LINE);
            legend(pen, image, y, Math.min(names, width * 0.8 - MARGIN - SAMPLE));
            y += LINE;
        }
        return new EcdfChart(
                units.datapoint() + ": the share of units that took at most so long",
                "%s. %s".formatted(units.datapoint(), text.description()),
                width,
                y + MARGIN,
                pen.marks(),
                pen.targets());
    }

    private static void grid(Pen pen, ValueAxis axis) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            pen.line(percent == 0 ? Ink.AXIS : Ink.GRID, axis.start(), y, axis.end(), y, 1);
            pen.note(percent + " %", axis.start() - 6, Pen.noteBase(y), Anchor.END);
        }
        for (var tick : axis.ticks()) {
            double x = axis.at(tick.value());
            pen.line(Ink.GRID, x, TOP, x, TOP + HEIGHT + 4, 1);
            pen.note(tick.label(), x, TOP + HEIGHT + 17, Anchor.MIDDLE);
        }
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }

    private static void curve(Pen pen, OfImage image, ValueAxis axis, UnitsText text) {
        var sign = image.sign();
        double[] sorted = image.means().sorted().toArray();
        List<Point> steps = new ArrayList<>();
        List<Mark> dots = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            double x = axis.at(sorted[i]);
            double share = (i + 1.0) / sorted.length;
            steps.add(new Point(x, y((double) i / sorted.length)));
            steps.add(new Point(x, y(share)));
            dots.add(new Mark.Dot(sign.ink(), sign.shape(), x, y(share), DOT));
            pen.dotTarget(image.image(), text.share(image, share, sorted[i]), x, y(share));
        }
        pen.add(new Mark.Curve(sign.ink(), steps, 1.6, sign.dash()));
        dots.forEach(pen::add);
    }

    private static void legend(Pen pen, OfImage image, double top, double room) {
        var sign = image.sign();
        double middle = top + LINE / 2;
        var sample = List.of(new Point(MARGIN, middle), new Point(MARGIN + SAMPLE, middle));
        pen.add(new Mark.Curve(sign.ink(), sample, 1.6, sign.dash()));
        pen.add(new Mark.Dot(sign.ink(), sign.shape(), MARGIN + SAMPLE / 2, middle, 1.4 * DOT));
        double name = MARGIN + SAMPLE + GAP / 2;
        pen.text(image.image(), name, Pen.base(middle), Anchor.START, room);
        pen.note(UnitsText.count(image), name + room + GAP, Pen.base(middle), Anchor.START);
    }
}
