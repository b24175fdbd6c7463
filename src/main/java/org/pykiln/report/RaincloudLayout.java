package org.pykiln.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.pykiln.report.DatapointUnits.Disturbed;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Dash;
import org.pykiln.report.Mark.Point;
import org.pykiln.report.Mark.Shape;
import org.pykiln.stats.Density;
import org.pykiln.stats.Interval;

/// Places the marks of one raincloud: names left, a lane for each image in the middle, numbers
/// right, and below them the run-order timeline.
final class RaincloudLayout {
    private static final double MARGIN = ForestColumns.MARGIN;
    private static final double GAP = ForestColumns.GAP;
    private static final double HEAD = 34;
    private static final double LANE = 62;
    private static final double CLOUD = 26;
    private static final double RAIN = 11;
    private static final double DOT = 2.8;
    private static final double RING = 5.2;
    private static final int STEPS = 56;

    /// Densities are drawn this many bandwidths beyond the outermost units.
    private static final double TAIL = 2.5;

    /// Spreads the dots of a lane, each at the place that is furthest from those before it.
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final DatapointUnits units;
    private final UnitsText text;
    private final double width;
    private final double nameRoom;
    private final double meanEnd;
    private final double intervalEnd;
    private final double bottom;
    private final ValueAxis axis;
    private final Pen pen = new Pen();

    RaincloudLayout(DatapointUnits units, double width) {
        this.units = units;
        this.text = UnitsText.of(units);
        this.width = width;
        var images = units.images();
        double count = widest(images.stream().map(UnitsText::count));
        this.intervalEnd = width - MARGIN - count - GAP;
        double interval =
                widest(
                        Stream.concat(
                                images.stream().map(text::interval), Stream.of("95 % interval")));
        this.meanEnd = intervalEnd - interval - GAP;
        double mean =
                widest(Stream.concat(images.stream().map(text::mean), Stream.of(meanTitle())));
        double right = meanEnd - mean - GAP;
        double left = MARGIN + 3 * DOT + GAP / 2;
        double names = widest(images.stream().map(OfImage::image));
        // The plot keeps at least half of what the numbers leave.
        this.nameRoom = Math.min(names, (right - left) / 2 - GAP);
        this.bottom = HEAD + images.size() * LANE;
        this.axis = axis(left + nameRoom + GAP, right);
    }

    private static double widest(Stream<String> texts) {
        return TextWidth.widest(texts, Pen.FONT);
    }

    /// Holds all units with the feet of their densities, and the intervals unless they are so wide
    /// that they would flatten everything else.
    private ValueAxis axis(double left, double right) {
        var shown = new DoubleSummaryStatistics();
        units.means().forEach(shown);
        double reach = Math.max(shown.getMax() / shown.getMin(), 1.001);
        double least = shown.getMin() / reach;
        double most = shown.getMax() * reach;
        for (var image : units.images()) {
            density(image)
                    .ifPresent(density ->
                            feet(density).forEach(foot -> add(shown, foot, least, most)));
            image.disturbed().forEach(one -> add(shown, one.unit().mean(), least, most));
            image.interval()
                    .ifPresent(interval ->
                            DoubleStream.of(interval.low(), interval.high())
                                    .forEach(bound -> add(shown, bound, least, most)));
        }
        return ValueAxis.of(left, right, shown, text.scale());
    }

    private static void add(DoubleSummaryStatistics shown, double value, double low, double high) {
        shown.accept(Math.clamp(value, low, high));
    }

    private static Optional<Density> density(OfImage image) {
        return Density.of(image.sample().means());
    }

    private static DoubleStream feet(Density density) {
        double tail = TAIL * density.bandwidth();
        return DoubleStream.of(
                Math.exp(density.logs().getFirst() - tail),
                Math.exp(density.logs().getLast() + tail));
    }

    RaincloudChart draw() {
        head();
        grid();
        double y = HEAD;
        for (var image : units.images()) {
            lane(image, y);
            y += LANE;
        }
        pen.note(
                text.scale().title(units.quantity()) + " (log scale)",
                (axis.start() + axis.end()) / 2,
                bottom + 36,
                Anchor.MIDDLE);
        var timeline = new RunOrder(units, text, pen, MARGIN, width - MARGIN);
        y = timeline.draw(bottom + 62);
        y = pen.sentences(note(), MARGIN, y + 20, width - 2 * MARGIN);
        return new RaincloudChart(
                "%s: every unit of %s"
                        .formatted(
                                units.datapoint(),
                                String.join(
                                        ", ",
                                        units.images().stream().map(OfImage::image).toList())),
                "%s. %s".formatted(units.datapoint(), text.description()),
                width,
                y,
                pen.marks(),
                pen.targets());
    }

    private String note() {
        String clouds =
                "Dots: process means. Bar: their mean with its 95 % interval. Cloud: Gaussian kernel"
                        + " density of their logarithms, bandwidth by Silverman's rule, each as high"
                        + " as its lane.";
        String drawn =
                units.images().stream().allMatch(image -> density(image).isEmpty())
                        ? "Dots: process means. Bar: their mean with its 95 % interval. Too few"
                                + " units for a density."
                        : clouds;
        return units.hasDisturbed()
                ? drawn
                        + " Ringed: units of disturbed rounds, which were measured again on all"
                        + " images at the end; they take part in no mean, interval or cloud."
                : drawn;
    }

    private String meanTitle() {
        return text.scale().title("mean");
    }

    private void head() {
        pen.bold(units.datapoint(), MARGIN, HEAD - 10, Anchor.START, axis.start() - 2 * MARGIN);
        pen.note(meanTitle(), meanEnd, HEAD - 10, Anchor.END);
        pen.note("95 % interval", intervalEnd, HEAD - 10, Anchor.END);
    }

    private void grid() {
        for (int i = 0; i < units.images().size(); i += 2) {
            pen.add(new Mark.Band(Ink.STRIPE, MARGIN / 2, HEAD + i * LANE, width - MARGIN, LANE));
        }
        for (var tick : axis.ticks()) {
            double x = axis.at(tick.value());
            pen.line(Ink.GRID, x, HEAD, x, bottom + 4, 1);
            pen.note(tick.label(), x, bottom + 17, Anchor.MIDDLE);
        }
    }

    private void lane(OfImage image, double top) {
        var sign = image.sign();
        double ground = top + CLOUD + 4;
        density(image).ifPresent(density -> cloud(density, sign, ground));
        interval(image, ground + 8);
        pen.target(image.image(), text.sentence(image), MARGIN / 2, top, width - MARGIN, LANE);
        for (int i = 0; i < image.units().size(); i++) {
            var unit = image.units().get(i);
            double x = axis.clamped(unit.mean());
            double y = rain(ground, i);
            pen.add(new Mark.Dot(sign.ink(), sign.shape(), x, y, DOT));
            pen.dotTarget(image.image(), text.unit(image, unit), x, y);
        }
        for (int i = 0; i < image.disturbed().size(); i++) {
            disturbed(image, image.disturbed().get(i), rain(ground, image.units().size() + i));
        }
        double middle = top + LANE / 2;
        pen.add(new Mark.Dot(sign.ink(), sign.shape(), MARGIN + 1.5 * DOT, middle, 1.5 * DOT));
        double name = MARGIN + 3 * DOT + GAP / 2;
        pen.text(image.image(), name, Pen.base(middle), Anchor.START, nameRoom);
        pen.text(text.mean(image), meanEnd, Pen.base(middle), Anchor.END, width);
        pen.text(text.interval(image), intervalEnd, Pen.base(middle), Anchor.END, width);
        pen.text(UnitsText.count(image), width - MARGIN, Pen.base(middle), Anchor.END, width);
    }

    /// Where the dot of a unit falls to.
    private static double rain(double ground, int index) {
        double level = (index * GOLDEN) % 1;
        return ground + 16 + level * RAIN;
    }

    /// Ringed, or where it is too far off an arrow at the end of the axis.
    private void disturbed(OfImage image, Disturbed one, double y) {
        var sign = image.sign();
        double mean = one.unit().mean();
        double x = axis.clamped(mean);
        var shape = axis.shows(mean) ? sign.shape() : mean < axis.low() ? Shape.LEFT : Shape.RIGHT;
        pen.add(new Mark.Dot(sign.ink(), shape, x, y, DOT));
        pen.add(new Mark.Dot(Ink.MUTED, Shape.RING, x, y, RING));
        pen.dotTarget(image.image(), text.disturbed(image, one), x, y);
    }

    private void cloud(Density density, Sign sign, double ground) {
        double[] feet = feet(density).map(axis::clamped).toArray();
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            heights.add(density.at(value(feet[0] + (feet[1] - feet[0]) * i / STEPS)));
        }
        double highest = heights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            outline.add(
                    new Point(
                            feet[0] + (feet[1] - feet[0]) * i / STEPS,
                            ground - CLOUD * heights.get(i) / highest));
        }
        List<Point> area = new ArrayList<>(outline);
        area.addFirst(new Point(feet[0], ground));
        area.addLast(new Point(feet[1], ground));
        pen.add(new Mark.Area(sign.ink(), 0.3, area));
        pen.add(new Mark.Curve(sign.ink(), outline, 1.2, Dash.SOLID));
    }

    /// The value at a pixel.
    private double value(double x) {
        double share = (x - axis.start()) / (axis.end() - axis.start());
        return axis.low() * Math.pow(axis.high() / axis.low(), share);
    }

    private void interval(OfImage image, double y) {
        image.interval().ifPresent(interval -> whisker(interval, image.sign().ink(), y));
        pen.add(new Mark.Dot(image.sign().ink(), Shape.BAR, axis.clamped(image.mean()), y, 4.5));
    }

    private void whisker(Interval interval, Ink ink, double y) {
        double low = axis.clamped(interval.low());
        double high = axis.clamped(interval.high());
        pen.line(ink, low, y, high, y, 2);
        cap(ink, low, y, axis.shows(interval.low()), Shape.LEFT);
        cap(ink, high, y, axis.shows(interval.high()), Shape.RIGHT);
    }

    private void cap(Ink ink, double x, double y, boolean shown, Shape arrow) {
        if (shown) {
            pen.line(ink, x, y - 3, x, y + 3, 1.5);
        } else {
            pen.add(new Mark.Dot(ink, arrow, x, y, 4));
        }
    }
}
