package org.pykiln.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Dash;
import org.pykiln.report.Mark.Point;
import org.pykiln.report.Mark.Shape;
import org.pykiln.report.Pareto.Cost;
import org.pykiln.report.Pareto.Image;
import org.pykiln.stats.Interval;

/// One panel of a Pareto chart: time from left to right, one cost upwards.
final class ParetoPanel {
    static final double HEIGHT = 240;

    private static final double DOT = 4.5;
    private static final double RING = 9.5;

    private final Pareto pareto;
    private final Cost cost;
    private final Pen pen;
    private final double top;
    private final ValueAxis time;
    private final ValueAxis price;

    /// @param left of the texts at the upright axis
    ParetoPanel(Pareto pareto, Cost cost, Pen pen, double left, double right, double top) {
        this.pareto = pareto;
        this.cost = cost;
        this.pen = pen;
        this.top = top;
        var images = pareto.known(cost);
        var prices = new DoubleSummaryStatistics();
        images.forEach(image -> prices.accept(cost.of(image).orElseThrow()));
        hold(prices, images.stream().map(cost::interval).toList());
        this.price = rimmed(top + HEIGHT, top, prices, scale(cost, prices.getMax()));
        double texts =
                TextWidth.widest(
                        price.uprightTicks().stream().map(ValueAxis.Tick::label), Pen.SMALL);
        var times = new DoubleSummaryStatistics();
        images.forEach(image -> times.accept(image.time().ratio()));
        times.accept(1);
        hold(times, images.stream().map(image -> image.time().interval()).toList());
        this.time = rimmed(left + texts + 6, right, times, Scale.PLAIN);
    }

    /// So that no ring is cut.
    private static ValueAxis rimmed(
            double start, double end, DoubleSummaryStatistics values, Scale scale) {
        double pixels = Math.abs(end - start);
        double rim = Math.log(Math.max(values.getMax() / values.getMin(), 1.002));
        double share = Math.exp(rim * (RING + 3) / (pixels - 2 * (RING + 3)));
        return new ValueAxis(start, end, values.getMin() / share, values.getMax() * share, scale);
    }

    /// Intervals too, unless they are so wide that they would flatten everything else.
    private static void hold(DoubleSummaryStatistics values, List<@Nullable Interval> intervals) {
        double reach = Math.pow(Math.max(values.getMax() / values.getMin(), 1.02), 1.5);
        double low = values.getMin() / reach;
        double high = values.getMax() * reach;
        for (var interval : intervals) {
            if (interval != null) {
                values.accept(Math.clamp(interval.low(), low, high));
                values.accept(Math.clamp(interval.high(), low, high));
            }
        }
    }

    static Scale scale(Cost cost, double largest) {
        return switch (cost) {
            case SIZE -> Scale.of(PerfUnit.BYTE, largest);
            case MEMORY -> Scale.PLAIN;
            case BUILD -> Scale.ofBuild(largest);
        };
    }

    void draw() {
        frame();
        front();
        for (var image : pareto.known(cost)) {
            bars(image);
        }
        var ringed = pareto.front(cost);
        for (var image : pareto.known(cost)) {
            var sign = Sign.of(image.number());
            double x = time.at(image.time().ratio());
            double y = price.at(cost.of(image).orElseThrow());
            pen.add(new Mark.Dot(sign.ink(), sign.shape(), x, y, DOT));
            pen.dotTarget(image.name(), pareto.sentence(image), x, y);
            if (ringed.contains(image)) {
                pen.add(new Mark.Dot(Ink.TEXT, Shape.RING, x, y, RING));
            }
        }
    }

    private void frame() {
        String what =
                cost == Cost.MEMORY ? "peak memory, ratio" : price.scale().title(cost.label());
        pen.bold(what, time.start(), top - 12, Anchor.START, time.end() - time.start());
        for (var tick : price.uprightTicks()) {
            double y = price.at(tick.value());
            pen.line(Ink.GRID, time.start(), y, time.end(), y, 1);
            pen.note(tick.label(), time.start() - 6, Pen.noteBase(y), Anchor.END);
        }
        double bottom = top + HEIGHT;
        for (var tick : time.ticks()) {
            double x = time.at(tick.value());
            boolean one = Math.abs(tick.value() - 1) < 1e-9;
            pen.line(one ? Ink.AXIS : Ink.GRID, x, top, x, bottom + 4, 1);
            pen.note(tick.label(), x, bottom + 17, Anchor.MIDDLE);
        }
        pen.line(Ink.AXIS, time.start(), bottom, time.end(), bottom, 1);
    }

    /// What lies above and right of it is beaten.
    private void front() {
        List<Point> stairs = new ArrayList<>();
        double y = top;
        for (var image : pareto.front(cost)) {
            double x = time.at(image.time().ratio());
            stairs.add(new Point(x, y));
            y = price.at(cost.of(image).orElseThrow());
            stairs.add(new Point(x, y));
        }
        stairs.add(new Point(time.end(), y));
        pen.add(new Mark.Curve(Ink.NEUTRAL, stairs, 1.2, Dash.DASHED));
    }

    private void bars(Image image) {
        Ink ink = Sign.of(image.number()).ink();
        double x = time.at(image.time().ratio());
        double y = price.at(cost.of(image).orElseThrow());
        var across = image.time().interval();
        if (across != null) {
            var ends = DoubleStream.of(across.low(), across.high()).map(time::clamped).toArray();
            pen.line(ink, ends[0], y, ends[1], y, 1.5);
        }
        var upright = cost.interval(image);
        if (upright != null) {
            var ends = DoubleStream.of(upright.low(), upright.high()).map(price::clamped).toArray();
            pen.line(ink, x, ends[0], x, ends[1], 1.5);
        }
    }
}
