package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Every section without a mouse: `Tab` comes to every control, in the order in which they are
/// read, is caught by none, and shows where it is; `F6` comes to every pane.
class KeyboardTest {
    /// No section has as many stops.
    private static final int MOST = 700;

    private static final double SLACK = 4;

    @TempDir Path folder;
    private Stage stage;
    private Studio studio;

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    static Stream<Arguments> all() {
        return Stream.of(Themes.Choice.LIGHT, Themes.Choice.DARK)
                .flatMap(theme ->
                        Stream.of(Section.values()).map(section -> Arguments.of(theme, section)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void needsNoMouse(Themes.Choice theme, Section section) {
        Set<String> wrong = new TreeSet<>();
        Toolkit.run(() -> open(theme, section));
        Toolkit.run(stage::requestFocus);
        Toolkit.run(() -> assertThat(stage.isFocused()).isTrue());
        Toolkit.run(() -> walk(wrong, section));
        Toolkit.run(() -> jump(wrong));
        Toolkit.run(stage::close);
        assertThat(wrong).isEmpty();
    }

    private void open(Themes.Choice theme, Section section) {
        Themes themes = new Themes();
        themes.choice().set(theme);
        ManualScheduler fx = new ManualScheduler();
        studio =
                new Studio(
                        new FakeServices(folder).all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        stage = new Stage();
        stage.setScene(MainWindow.scene(studio, themes, 1000, 960));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        studio.start();
        fx.run();
        studio.builds.build();
        studio.results.open(List.of(Path.of("three")));
        fx.run();
        studio.toasts.dismissAll();
        studio.shell.show(section);
        fx.run();
        layout();
    }

    private void layout() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private void walk(Set<String> wrong, Section section) {
        Scene scene = stage.getScene();
        // a picture of what is cached is that of a moment ago
        scene.getRoot().lookupAll(".viewport").forEach(node -> node.setCache(false));
        Node start = scene.lookup("#rail-" + section.name().toLowerCase(Locale.ROOT));
        start.requestFocus();
        Set<Node> seen = new LinkedHashSet<>();
        Node here = start;
        while (seen.add(here) && seen.size() < MOST) {
            WritableImage lit = picture(here);
            press(KeyCode.TAB, false);
            layout();
            Node next = scene.getFocusOwner();
            if (next == here) {
                wrong.add("the focus is caught by " + words(here));
                return;
            }
            if (here != start && isInSight(here) && isSame(lit, picture(here))) {
                wrong.add("the focus is not seen on " + words(here));
            }
            if (isBackwards(here, next)) {
                wrong.add("%s comes before %s".formatted(words(here), words(next)));
            }
            here = next;
        }
        if (here != start) {
            wrong.add("%s leads back to %s".formatted(words(start), words(here)));
        }
        Set<Node> missed = new LinkedHashSet<>(usable(scene.getRoot()));
        missed.removeAll(seen);
        missed.removeIf(node -> pane(node) != pane(start) && isReachedByArrows(node, seen));
        missed.removeIf(node -> isReachedByArrows(node, seen)); // in the rail, which leads away
        studio.shell.show(section);
        missed.forEach(node -> wrong.add("never reached: " + words(node)));
    }

    /// `Tab` comes to one of several of which one is chosen, arrows go to the others.
    private boolean isReachedByArrows(Node node, Set<Node> seen) {
        ToggleGroup group = group(node);
        Node from = seen.stream().filter(one -> group(one) == group).findFirst().orElse(null);
        if (group == null || from == null) {
            return false;
        }
        from.requestFocus();
        for (KeyCode code : List.of(KeyCode.LEFT, KeyCode.RIGHT)) {
            for (int i = 0; i < group.getToggles().size(); i++) {
                press(code, false);
                if (stage.getScene().getFocusOwner() == node) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ToggleGroup group(Node node) {
        return node instanceof ToggleButton button ? button.getToggleGroup() : null;
    }

    private void jump(Set<String> wrong) {
        Scene scene = stage.getScene();
        Set<Node> wanted = new LinkedHashSet<>();
        for (Node node : scene.getRoot().lookupAll(".pane-stop")) {
            if (isShown(node) && !usable(node).isEmpty()) {
                wanted.add(node);
            }
        }
        int panes = wanted.size();
        for (int i = 0; i < panes + 1; i++) {
            scene.getAccelerators().get(Shortcut.NEXT_PANE.keys()).run();
            for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
                wanted.remove(node);
            }
        }
        wanted.forEach(node -> wrong.add("F6 does not come to " + words(node)));
    }

    private void press(KeyCode code, boolean shift) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    /// Controls that a person can use now, and whatever else takes the keyboard.
    private static List<Node> usable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return List.of();
        }
        boolean holder =
                node instanceof ScrollPane && !node.isFocusTraversable()
                        || node instanceof SplitPane
                        || node instanceof Cell<?>;
        boolean list = node instanceof ListView<?> || node instanceof TableView<?>;
        List<Node> found = new ArrayList<>();
        boolean label = node instanceof Labeled && !node.isFocusTraversable();
        if (!holder && !label && (node instanceof Control || node.isFocusTraversable())) {
            found.add(node);
        }
        boolean whole =
                node instanceof Control
                        && !holder
                        && !(node instanceof TabPane || node instanceof ScrollPane)
                        && !list;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(usable(child)));
        }
        found.removeIf(one ->
                one instanceof ScrollBar
                        || one instanceof ProgressIndicator
                        || one instanceof Separator);
        return found;
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static boolean isBackwards(Node here, Node next) {
        if (pane(here) != pane(next) || pane(here) == null) {
            return false;
        }
        Bounds from = here.localToScene(here.getLayoutBounds());
        Bounds to = next.localToScene(next.getLayoutBounds());
        boolean above = to.getMaxY() <= from.getMinY() + SLACK;
        boolean right = to.getMinX() >= from.getMaxX() - SLACK;
        boolean below = to.getMinY() >= from.getMaxY() - SLACK;
        boolean left = to.getMaxX() <= from.getMinX() + SLACK;
        return above && !right || left && !below;
    }

    private static Node pane(Node node) {
        Node pane = node;
        while (pane != null && !pane.getStyleClass().contains("pane-stop")) {
            pane = pane.getParent();
        }
        return pane;
    }

    private boolean isInSight(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return place.getMinX() >= 0
                && place.getMinY() >= 0
                && place.getMaxX() <= stage.getScene().getWidth()
                && place.getMaxY() <= stage.getScene().getHeight();
    }

    private WritableImage picture(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(
                new Rectangle2D(
                        place.getMinX() - SLACK,
                        place.getMinY() - SLACK,
                        Math.max(1, place.getWidth() + 2 * SLACK),
                        Math.max(1, place.getHeight() + 2 * SLACK)));
        return stage.getScene().getRoot().snapshot(part, null);
    }

    private static boolean isSame(WritableImage one, WritableImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String words(Node node) {
        if (node == null) {
            return "nothing";
        }
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        return "%s#%s '%s%s' in %s"
                .formatted(
                        node.getClass().getSimpleName(),
                        node.getId(),
                        text == null ? "" : text,
                        node.getAccessibleText() == null ? "" : node.getAccessibleText(),
                        pane(node) == null ? "" : pane(node).getStyleClass());
    }
}
