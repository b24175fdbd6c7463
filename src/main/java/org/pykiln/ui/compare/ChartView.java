package org.pykiln.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Chart;
import org.pykiln.report.Palette;
import org.pykiln.report.Plot;
import org.pykiln.report.Target;

/// Draws the marks of a chart, the same that its files hold. What can be opened is found under the
/// pointer, and with the arrow keys.
final class ChartView extends Pane {
    private final Consumer<Target> open;
    private final Rectangle hovered = frame("chart-hover");
    private final Rectangle focused = frame("chart-focus");
    private final Tooltip words = new Tooltip();
    private final ReadOnlyObjectWrapper<@Nullable Bounds> reached = new ReadOnlyObjectWrapper<>();
    private Optional<Plot> plot = Optional.empty();
    private Palette palette = Palette.LIGHT;
    private List<Target> targets = List.of();
    private String summary = "";
    private int at = -1;
    private double width = Plot.PAGE_WIDTH;

    /// @param open is told what was clicked, or entered
    ChartView(Consumer<Target> open) {
        this.open = open;
        setId("drawn-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getStyleClass().add("drawn-chart");
        Tooltip.install(hovered, words);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> hovered.setVisible(false));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::press);
        focusedProperty().subscribe(now -> mark());
    }

    private static Rectangle frame(String style) {
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add(style);
        frame.setVisible(false);
        return frame;
    }

    /// Where the keyboard is, for those who scroll; null where it is nowhere.
    ReadOnlyObjectProperty<@Nullable Bounds> reached() {
        return reached.getReadOnlyProperty();
    }

    /// Lays the chart out for a width in pixels.
    void fit(double wanted) {
        double next = Math.max(Chart.SMALLEST_WIDTH, Math.floor(wanted));
        if (next != width) {
            width = next;
            draw();
        }
    }

    void show(Optional<Plot> next, Palette colours) {
        if (!next.equals(plot)) {
            at = -1;
        }
        plot = next;
        palette = colours;
        draw();
    }

    /// Of what is drawn now, in pixels.
    double drawnWidth() {
        return width;
    }

    private void draw() {
        getChildren().clear();
        hovered.setVisible(false);
        if (plot.isEmpty()) {
            return;
        }
        Chart chart = plot.get().draw(width);
        targets = chart.targets();
        summary = chart.title() + ". " + chart.description();
        setAccessibleText(summary);
        setMinSize(chart.width(), chart.height());
        setPrefSize(chart.width(), chart.height());
        MarkNodes nodes = new MarkNodes(palette);
        getChildren().addAll(chart.marks().stream().map(nodes::of).toList());
        getChildren().addAll(hovered, focused);
        mark();
    }

    private Optional<Target> under(MouseEvent event) {
        return targets.stream()
                .filter(one -> one.holds(event.getX(), event.getY()))
                .min(Comparator.comparingDouble(Target::area));
    }

    private void hover(MouseEvent event) {
        Optional<Target> target = under(event);
        hovered.setVisible(target.isPresent());
        target.ifPresent(one -> place(hovered, one));
        target.map(Target::text).ifPresent(words::setText);
        boolean opens = target.filter(one -> one.datapoint() != null).isPresent();
        setCursor(opens ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void click(MouseEvent event) {
        requestFocus();
        Optional<Target> target = under(event);
        at = target.map(targets::indexOf).orElse(at);
        mark();
        target.ifPresent(open);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(below(1));
            case UP -> step(below(-1));
            case RIGHT -> step(at + 1);
            case LEFT -> step(at - 1);
            case HOME -> step(0);
            case END -> step(targets.size() - 1);
            case ENTER, SPACE -> {
                if (at >= 0 && at < targets.size()) {
                    open.accept(targets.get(at));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// The next one in the same column; where nothing else stands in it, simply the next one.
    private int below(int direction) {
        if (at < 0) {
            return 0;
        }
        double column = targets.get(at).x();
        if (targets.stream().filter(one -> one.x() == column).count() == 1) {
            return at + direction;
        }
        return IntStream.iterate(
                        at + direction, i -> i >= 0 && i < targets.size(), i -> i + direction)
                .filter(i -> targets.get(i).x() == column)
                .findFirst()
                .orElse(at);
    }

    private void step(int next) {
        if (next >= 0 && next < targets.size()) {
            at = next;
            mark();
        }
    }

    private void mark() {
        boolean any = isFocused() && at >= 0 && at < targets.size();
        focused.setVisible(any);
        if (any) {
            Target target = targets.get(at);
            place(focused, target);
            setAccessibleText(target.text());
            reached.set(new BoundingBox(target.x(), target.y(), target.width(), target.height()));
        } else {
            setAccessibleText(summary);
            reached.set(null);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static void place(Rectangle frame, Target target) {
        frame.setX(target.x() + 1);
        frame.setY(target.y() + 1);
        frame.setWidth(target.width() - 2);
        frame.setHeight(target.height() - 2);
    }
}
