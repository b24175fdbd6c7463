package org.pykiln.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.Requeue;
import org.pykiln.report.DatapointUnits.Disturbed;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Point;
import org.pykiln.report.Mark.Shape;

/// The run-order timeline of a datapoint: its units from the first measured to the last, a line an
/// image. Rounds that were measured in place of disturbed ones come last, as they did.
final class RunOrder {
    private static final double HEIGHT = 150;
    private static final double DOT = 3;
    private static final double RING = 5.6;
    private static final double RIM = 8;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    private final DatapointUnits units;
    private final UnitsText text;
    private final Pen pen;
    private final DoubleSummaryStatistics values;
    private final double left;
    private final double right;
    private final int first;

    /// Of the rounds of the plan.
    private final int last;

    private final List<Integer> extras;

    /// @param left of the texts at the upright axis
    RunOrder(DatapointUnits units, UnitsText text, Pen pen, double left, double right) {
        this.units = units;
        this.text = text;
        this.pen = pen;
        this.values = values(units);
        var texts = axis(0).uprightTicks().stream().map(ValueAxis.Tick::label);
        this.left = left + TextWidth.widest(texts, Pen.SMALL) + 6;
        this.right = right;
        var rounds = new TreeSet<Integer>();
        units.images().stream().flatMap(RunOrder::all).forEach(unit -> rounds.add(unit.round()));
        this.extras = rounds.stream().filter(RunOrder::isExtra).toList();
        var planned = rounds.stream().filter(round -> !isExtra(round)).toList();
        this.first = planned.isEmpty() ? 1 : planned.getFirst();
        this.last = planned.isEmpty() ? 0 : planned.getLast();
    }

    private static boolean isExtra(int round) {
        return Requeue.standsFor(round).isPresent();
    }

    private static Stream<ProcessMean> all(OfImage image) {
        return Stream.concat(
                image.units().stream(), image.disturbed().stream().map(Disturbed::unit));
    }

    /// Disturbed units too, unless they are so far off that they would flatten everything else.
    private static DoubleSummaryStatistics values(DatapointUnits units) {
        var values = new DoubleSummaryStatistics();
        units.means().forEach(values);
        double reach = Math.max(values.getMax() / values.getMin(), 1.001);
        double low = values.getMin() / reach;
        double high = values.getMax() * reach;
        units.images().stream()
                .flatMap(image -> image.disturbed().stream())
                .forEach(one -> values.accept(Math.clamp(one.unit().mean(), low, high)));
        return values;
    }

    /// @param top where it begins
    /// @return where it ends
    double draw(double top) {
        double bottom = top + HEIGHT;
        var axis = axis(top);
        String what = units.scale().title(units.quantity()) + ", in the order of the run";
        pen.note(what, left, top - 8, Anchor.START);
        for (var tick : axis.uprightTicks()) {
            double y = axis.at(tick.value());
            pen.line(Ink.GRID, left, y, right, y, 1);
            pen.note(tick.label(), left - 6, Pen.noteBase(y), Anchor.END);
        }
        pen.line(Ink.AXIS, left, bottom, right, bottom, 1);
        for (int round : ticks()) {
            pen.line(Ink.AXIS, x(round), bottom, x(round), bottom + 4, 1);
            pen.note(Integer.toString(round), x(round), bottom + 17, Anchor.MIDDLE);
        }
        String order = units.order();
        if (!extras.isEmpty() && last >= first) {
            double between = (x(last) + x(extras.getFirst())) / 2;
            pen.line(Ink.AXIS, between, top, between, bottom, 1);
            order += "; right of the line, the rounds in place of disturbed ones";
        }
        pen.note(order, (left + right) / 2, bottom + 34, Anchor.MIDDLE);
        for (var image : units.images()) {
            line(image, axis);
        }
        return bottom + 40;
    }

    private ValueAxis axis(double top) {
        return ValueAxis.of(top + HEIGHT, top, values, units.scale());
    }

    private void line(OfImage image, ValueAxis axis) {
        var sign = image.sign();
        List<Point> points =
                image.units().stream()
                        .map(unit -> new Point(x(unit.round()), axis.at(unit.mean())))
                        .toList();
        if (points.size() > 1) {
            pen.add(new Mark.Curve(sign.ink(), points, 1.2, sign.dash()));
        }
        for (int i = 0; i < points.size(); i++) {
            var at = points.get(i);
            pen.add(new Mark.Dot(sign.ink(), sign.shape(), at.x(), at.y(), DOT));
            pen.dotTarget(image.image(), text.unit(image, image.units().get(i)), at.x(), at.y());
        }
        image.disturbed().forEach(one -> disturbed(image, one, axis));
    }

    private void disturbed(OfImage image, Disturbed one, ValueAxis axis) {
        var sign = image.sign();
        double mean = one.unit().mean();
        double x = x(one.unit().round());
        double y = axis.clamped(mean);
        var shape = axis.shows(mean) ? sign.shape() : mean < axis.low() ? Shape.DOWN : Shape.UP;
        pen.add(new Mark.Dot(sign.ink(), shape, x, y, DOT));
        pen.add(new Mark.Dot(Ink.MUTED, Shape.RING, x, y, RING));
        pen.dotTarget(image.image(), text.disturbed(image, one), x, y);
    }

    /// How many-th of the run, where rounds without any unit count too.
    private int place(int round) {
        int extra = extras.indexOf(round);
        return extra < 0 ? round : last + 1 + extra;
    }

    private double x(int round) {
        int end = last + extras.size();
        return first >= end
                ? (left + right) / 2
                : left + RIM + (right - left - 2 * RIM) * (place(round) - first) / (end - first);
    }

    /// The densest round numbers that leave room between them.
    private List<Integer> ticks() {
        if (last < first) {
            return List.of();
        }
        double room = TextWidth.of(Integer.toString(last), Pen.SMALL) + Pen.SMALL;
        double pixel = (right - left - 2 * RIM) / Math.max(1, last + extras.size() - first);
        for (int power = 1; ; power *= 10) {
            for (int step : STEPS) {
                int distance = step * power;
                if (pixel * distance >= room) {
                    return IntStream.rangeClosed(first, last)
                            .filter(round -> round % distance == 0)
                            .boxed()
                            .toList();
                }
            }
        }
    }
}
