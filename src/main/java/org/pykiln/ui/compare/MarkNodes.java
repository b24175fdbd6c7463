package org.pykiln.ui.compare;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.pykiln.report.Ink;
import org.pykiln.report.Mark;
import org.pykiln.report.Palette;

/// The marks of a chart as nodes, in the colours of a palette.
record MarkNodes(Palette palette) {
    private static final double RIM = 1.5;

    Node of(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> {
                Line stroke = new Line(line.x1(), line.y1(), line.x2(), line.y2());
                stroke.setStroke(colour(line.ink()));
                stroke.setStrokeWidth(line.width());
                stroke.setStrokeLineCap(StrokeLineCap.BUTT);
                yield stroke;
            }
            case Mark.Curve curve -> {
                Polyline stroke = new Polyline(flat(curve.points()));
                stroke.setFill(null);
                stroke.setStroke(colour(curve.ink()));
                stroke.setStrokeWidth(curve.width());
                stroke.setStrokeLineCap(StrokeLineCap.BUTT);
                stroke.getStrokeDashArray().setAll(curve.dash().lengths());
                yield stroke;
            }
            case Mark.Band band ->
                    filled(
                            new Rectangle(band.x(), band.y(), band.width(), band.height()),
                            band.ink());
            case Mark.Tint tint -> {
                Rectangle area = new Rectangle(tint.x(), tint.y(), tint.width(), tint.height());
                area.setOpacity(tint.strength());
                yield filled(area, tint.ink());
            }
            case Mark.Area area -> {
                Polygon polygon = new Polygon(flat(area.corners()));
                polygon.setOpacity(area.strength());
                yield filled(polygon, area.ink());
            }
            case Mark.Diamond d -> filled(new Polygon(flat(d.corners())), d.ink());
            case Mark.Dot dot -> dot(dot);
            case Mark.Label label -> label(label);
        };
    }

    private static double[] flat(List<Mark.Point> points) {
        double[] flat = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            flat[2 * i] = points.get(i).x();
            flat[2 * i + 1] = points.get(i).y();
        }
        return flat;
    }

    private Node dot(Mark.Dot dot) {
        Shape shape =
                dot.corners().isEmpty()
                        ? new Circle(dot.x(), dot.y(), dot.size())
                        : new Polygon(flat(dot.corners()));
        if (dot.shape().isFilled()) {
            return filled(shape, dot.ink());
        }
        shape.setFill(null);
        shape.setStroke(colour(dot.ink()));
        shape.setStrokeWidth(RIM);
        return shape;
    }

    private Text label(Mark.Label label) {
        Text text = new Text(label.text());
        text.setFont(
                Font.font(
                        Font.getDefault().getFamily(),
                        label.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                        label.size()));
        text.setFill(colour(label.ink()));
        double reach = text.getLayoutBounds().getWidth();
        text.setX(
                switch (label.anchor()) {
                    case START -> label.x();
                    case MIDDLE -> label.x() - reach / 2;
                    case END -> label.x() - reach;
                });
        text.setY(label.y());
        return text;
    }

    private Shape filled(Shape shape, Ink ink) {
        shape.setFill(colour(ink));
        return shape;
    }

    private Color colour(Ink ink) {
        return Color.web(palette.colour(ink));
    }
}
