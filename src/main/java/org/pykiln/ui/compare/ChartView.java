package org.pykiln.ui.compare;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.pykiln.report.Chart;
import org.pykiln.report.ForestChart;
import org.pykiln.report.HeatMap;
import org.pykiln.report.Ink;
import org.pykiln.report.Mark;
import org.pykiln.report.Palette;
import org.pykiln.ui.common.Services.Results;
import org.pykiln.ui.common.Themes;

/// Draws the marks of a chart, the same that the SVG of a report holds: the forest, or on demand
/// the heat map.
final class ChartView extends Pane {
    private final ResultsViewModel model;
    private final Themes themes;
    private final BooleanProperty heat = new SimpleBooleanProperty();
    private double width = 900;

    ChartView(ResultsViewModel model, Themes themes) {
        this.model = model;
        this.themes = themes;
        setId("drawn-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        model.results().subscribe(now -> draw());
        themes.dark().subscribe(now -> draw());
        heat.subscribe(now -> draw());
    }

    /// Whether the heat map is drawn.
    BooleanProperty heat() {
        return heat;
    }

    /// Lays the chart out for a width in pixels.
    void fit(double wanted) {
        double next = Math.max(ForestChart.SMALLEST_WIDTH, Math.floor(wanted));
        if (next != width) {
            width = next;
            draw();
        }
    }

    private void draw() {
        getChildren().clear();
        Results results = model.results().get();
        if (results == null || results.comparison().candidates().isEmpty()) {
            return;
        }
        if (heat.get()) {
            draw(HeatMap.of(results.comparison(), width));
            return;
        }
        ForestChart chart = ForestChart.of(results.comparison(), width);
        draw(chart);
        chart.strips().forEach(strip -> getChildren().add(strip(strip, chart.width())));
    }

    private void draw(Chart chart) {
        setAccessibleText(chart.title() + ". " + chart.description());
        setMinSize(chart.width(), chart.height());
        setPrefSize(chart.width(), chart.height());
        chart.marks().forEach(mark -> getChildren().add(node(mark)));
    }

    /// Lies over its line, unseen, and says it in words.
    private static Rectangle strip(ForestChart.Strip strip, double width) {
        Rectangle area = new Rectangle(0, strip.y(), width, strip.height());
        area.getStyleClass().add("forest-strip");
        area.setAccessibleText(strip.text());
        Tooltip.install(area, new Tooltip(strip.text()));
        return area;
    }

    private Node node(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> {
                Line stroke = new Line(line.x1(), line.y1(), line.x2(), line.y2());
                stroke.setStroke(colour(line.ink()));
                stroke.setStrokeWidth(line.width());
                yield stroke;
            }
            case Mark.Band band ->
                    filled(
                            new Rectangle(band.x(), band.y(), band.width(), band.height()),
                            band.ink());
            case Mark.Tint tint -> {
                Rectangle area = new Rectangle(tint.x(), tint.y(), tint.width(), tint.height());
                area.setFill(colour(tint.ink()));
                area.setOpacity(tint.strength());
                yield area;
            }
            case Mark.Dot dot -> dot(dot);
            case Mark.Diamond d ->
                    filled(
                            new Polygon(
                                    d.left(),
                                    d.y(),
                                    d.x(),
                                    d.y() - d.halfHeight(),
                                    d.right(),
                                    d.y(),
                                    d.x(),
                                    d.y() + d.halfHeight()),
                            d.ink());
            case Mark.Label label -> label(label);
        };
    }

    private Node dot(Mark.Dot dot) {
        double x = dot.x();
        double y = dot.y();
        double r = dot.size();
        return switch (dot.shape()) {
            case DISC -> filled(new Circle(x, y, r), dot.ink());
            case SQUARE -> filled(new Rectangle(x - r, y - r, 2 * r, 2 * r), dot.ink());
            case BAR -> filled(new Rectangle(x - r / 3, y - r, r * 2 / 3, 2 * r), dot.ink());
            case LEFT -> filled(new Polygon(x - r, y, x + r, y - r, x + r, y + r), dot.ink());
            case RIGHT -> filled(new Polygon(x + r, y, x - r, y - r, x - r, y + r), dot.ink());
            case RING -> {
                Circle ring = new Circle(x, y, r - 0.75, Color.web(palette().background()));
                ring.setStroke(colour(dot.ink()));
                ring.setStrokeWidth(1.5);
                yield ring;
            }
        };
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
        return Color.web(palette().colour(ink));
    }

    private Palette palette() {
        return themes.isDark() ? Palette.DARK : Palette.LIGHT;
    }
}
