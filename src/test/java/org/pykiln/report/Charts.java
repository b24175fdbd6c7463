package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.pykiln.report.Mark.Diamond;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Line;

/// What holds for every chart.
final class Charts {

    private Charts() {}

    static void assertNothingIsCutAndNoTextsOverlap(Chart chart) {
        var labels =
                chart.marks().stream()
                        .filter(Label.class::isInstance)
                        .map(Label.class::cast)
                        .toList();
        for (var label : labels) {
            assertThat(left(label)).as(label.text()).isBetween(0.0, chart.width());
            assertThat(right(label)).as(label.text()).isBetween(0.0, chart.width());
            assertThat(label.y()).isBetween(label.size(), chart.height());
        }
        for (var a : labels) {
            for (var b : labels) {
                boolean apart =
                        a == b
                                || Math.abs(a.y() - b.y()) >= Math.max(a.size(), b.size())
                                || right(a) <= left(b)
                                || right(b) <= left(a);
                assertThat(apart).as("%s | %s", a.text(), b.text()).isTrue();
            }
        }
        assertThat(chart.marks()).allSatisfy(mark -> assertInside(mark, chart));
    }

    private static void assertInside(Mark mark, Chart chart) {
        double[] xs =
                switch (mark) {
                    case Line l -> new double[] {l.x1(), l.x2()};
                    case Mark.Band b -> new double[] {b.x(), b.x() + b.width()};
                    case Mark.Tint t -> new double[] {t.x(), t.x() + t.width()};
                    case Dot d -> new double[] {d.x() - d.size(), d.x() + d.size()};
                    case Diamond d -> new double[] {d.left(), d.right()};
                    case Label l -> new double[] {l.x()};
                    case Mark.Curve c -> c.points().stream().mapToDouble(Mark.Point::x).toArray();
                    case Mark.Area a -> a.corners().stream().mapToDouble(Mark.Point::x).toArray();
                };
        double[] ys =
                switch (mark) {
                    case Line l -> new double[] {l.y1(), l.y2()};
                    case Mark.Band b -> new double[] {b.y(), b.y() + b.height()};
                    case Mark.Tint t -> new double[] {t.y(), t.y() + t.height()};
                    case Dot d -> new double[] {d.y() - d.size(), d.y() + d.size()};
                    case Diamond d -> new double[] {d.y() - d.halfHeight(), d.y() + d.halfHeight()};
                    case Label l -> new double[] {l.y()};
                    case Mark.Curve c -> c.points().stream().mapToDouble(Mark.Point::y).toArray();
                    case Mark.Area a -> a.corners().stream().mapToDouble(Mark.Point::y).toArray();
                };
        for (double x : xs) {
            assertThat(x).as("%s", mark).isBetween(0.0, chart.width());
        }
        for (double y : ys) {
            assertThat(y).as("%s", mark).isBetween(0.0, chart.height());
        }
    }

    static double left(Label label) {
        return switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width(label) / 2;
            case END -> label.x() - width(label);
        };
    }

    static double right(Label label) {
        return left(label) + width(label);
    }

    private static double width(Label label) {
        return TextWidth.of(label.text(), label.size());
    }
}
