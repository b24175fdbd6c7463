package org.pykiln.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Anchor;
import org.pykiln.report.Mark.Point;

/// The run-order timeline of a datapoint: its units from the first measured to the last, a line an
/// image.
final class RunOrder {
    private static final double HEIGHT = 150;
    private static final double DOT = 3;
    private static final double RIM = 8;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    private final DatapointUnits units;
    private final Pen pen;
    private final DoubleSummaryStatistics values;
    private final double left;
    private final double right;
    private final int first;
    private final int last;

    /// @param left of the texts at the upright axis
    RunOrder(DatapointUnits units, Pen pen, double left, double right) {
        this.units = units;
        this.pen = pen;
        this.values = new DoubleSummaryStatistics();
        units.means().forEach(values);
        var texts = axis(0).uprightTicks().stream().map(ValueAxis.Tick::label);
        this.left = left + TextWidth.widest(texts, Pen.SMALL) + 6;
        this.right = right;
        var rounds =
                units.images().stream()
                        .flatMap(image -> image.units().stream())
                        .mapToInt(ProcessMean::round)
                        .summaryStatistics();
        this.first = rounds.getMin();
        this.last = rounds.getMax();
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
        pen.note(units.order(), (left + right) / 2, bottom + 34, Anchor.MIDDLE);
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
        points.forEach(at -> pen.add(new Mark.Dot(sign.ink(), sign.shape(), at.x(), at.y(), DOT)));
    }

    private double x(int round) {
        return first == last
                ? (left + right) / 2
                : left + RIM + (right - left - 2 * RIM) * (round - first) / (last - first);
    }

    /// The densest round numbers that leave room between them.
    private List<Integer> ticks() {
        double room = TextWidth.of(Integer.toString(last), Pen.SMALL) + Pen.SMALL;
        for (int power = 1; ; power *= 10) {
            for (int step : STEPS) {
                int distance = step * power;
                double pixels = (right - left - 2 * RIM) * distance / Math.max(1, last - first);
                if (pixels >= room) {
                    return IntStream.rangeClosed(first, last)
                            .filter(round -> round % distance == 0)
                            .boxed()
                            .toList();
                }
            }
        }
    }
}
