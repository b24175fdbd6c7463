package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.Contrast;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Every section that there is, empty and full, in both themes, in the usual and in the smallest
/// window, and drawn twice as large: nothing reaches out of the window, and icons can be seen.
/// Writes a picture of each.
class EverySectionTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "sections");

    /// Widths differ by less than this by rounding.
    private static final double SLACK = 1;

    private static final KeyEvent ESCAPE =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);

    /// What somebody has done before.
    private enum State {
        EMPTY,
        FULL,
        NO_ENGINE
    }

    /// How large a window is and how large it is drawn.
    private enum Size {
        USUAL(1440, 900, 100),
        SMALLEST(960, 640, 100),
        TWICE_AS_LARGE(1920, 1280, 200);

        private final int width;
        private final int height;
        private final int zoom;

        Size(int width, int height, int zoom) {
            this.width = width;
            this.height = height;
            this.zoom = zoom;
        }
    }

    @TempDir Path folder;

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    static Stream<Arguments> all() {
        return Stream.of(Themes.Choice.LIGHT, Themes.Choice.DARK)
                .flatMap(theme ->
                        Stream.of(State.values()).map(state -> Arguments.of(theme, state)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isShownWhole(Themes.Choice theme, State state) {
        Set<String> wrong = new TreeSet<>();
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            ManualScheduler fx = new ManualScheduler();
            Studio studio = studio(state, fx);
            Parent root = MainWindow.scene(studio, themes, 1440, 900).getRoot();
            for (Size size : Size.values()) {
                studio.zoom.set(size.zoom);
                for (Section section : Section.values()) {
                    studio.shell.show(section);
                    look(take(root, themes, fx, size, section.name(), state), size, section, wrong);
                }
                studio.shell.run(Shortcut.PALETTE);
                take(root, themes, fx, size, "PALETTE", state);
                root.lookup("#palette-query").fireEvent(ESCAPE);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Studio studio(State state, ManualScheduler fx) {
        FakeServices services = new FakeServices(folder);
        services.hasEngine = state != State.NO_ENGINE;
        services.breaksProof = true;
        Studio studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        fx.run();
        if (state == State.FULL) {
            studio.builds.build();
            studio.results.open(List.of(Path.of("three")));
            fx.run();
            choose(studio, "lto", "thin");
            choose(studio, "architecture", "s390x");
            choose(studio, "allocator", "jemalloc");
        }
        return studio;
    }

    private static void choose(Studio studio, String id, String value) {
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals(id))
                .forEach(knob -> knob.choose(value));
    }

    /// In a scene of that size; the headless screen is too small for a window of it.
    private static Parent take(
            Parent root, Themes themes, ManualScheduler fx, Size size, String what, State state) {
        if (root.getScene() != null) {
            root.getScene().setRoot(new Group());
        }
        Scene scene = new Scene(root, size.width, size.height);
        themes.dress(scene);
        fx.run();
        root.applyCss();
        root.layout();
        fx.run();
        root.layout();
        String name =
                String.join(
                                "-",
                                what,
                                state.name(),
                                size.name(),
                                themes.isDark() ? "dark" : "light")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        Toolkit.write(scene.snapshot(null), PICTURES.resolve(name + ".png"));
        return root;
    }

    private static void look(Parent root, Size size, Section section, Set<String> wrong) {
        String where = "%s %s: ".formatted(section, size);
        for (Node node : shown(root)) {
            Bounds place = node.localToScene(node.getLayoutBounds());
            boolean outside =
                    place.getMinX() < -SLACK
                            || place.getMinY() < -SLACK
                            || place.getMaxX() > size.width + SLACK
                            || place.getMaxY() > size.height + SLACK;
            if (node instanceof Control && outside && !isScrolled(node)) {
                wrong.add(where + "outside the window: " + node);
            }
            if (node instanceof FontIcon icon
                    && icon.getFill() instanceof Color fill
                    && Contrast.of(fill, Contrast.behind(icon.getParent())) < Contrast.GRAPHICS) {
                wrong.add(
                        where + "faint icon: " + icon.getIconLiteral() + " in " + icon.getParent());
            }
        }
    }

    private static boolean isScrolled(Node node) {
        Parent above = node.getParent();
        return above != null
                && (above instanceof ScrollPane
                        || above instanceof VirtualFlow<?>
                        || isScrolled(above));
    }

    /// What is visible and can be used; what is disabled may be faint.
    private static List<Node> shown(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return List.of();
        }
        List<Node> found = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
        }
        return found;
    }
}
