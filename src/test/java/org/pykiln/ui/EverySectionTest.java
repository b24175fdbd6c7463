package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
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
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Every section that there is, empty and full, in both themes, in the usual and in the smallest
/// window, and drawn twice as large: icons can be seen. Writes a picture of each; [EverySizeTest]
/// says what is cut in them.
class EverySectionTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "sections");

    private static final KeyEvent ESCAPE =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);

    /// How large a window is and how large it is drawn.
    private enum Size {
        USUAL(1440, 900, 100),
        SMALLEST(960, 640, 100),
        USUAL_TWICE_AS_LARGE(1440, 900, 200),
        SMALLEST_TWICE_AS_LARGE(960, 640, 200);

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
                        Stream.of(PastWork.values()).map(past -> Arguments.of(theme, past)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasPicturesAndIconsThatCanBeSeen(Themes.Choice theme, PastWork past) {
        Set<String> wrong = new TreeSet<>();
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            ManualScheduler fx = new ManualScheduler();
            Studio studio = past.studio(folder, fx);
            Parent root = MainWindow.scene(studio, themes, 1440, 900).getRoot();
            for (Size size : Size.values()) {
                studio.zoom.set(size.zoom);
                for (Section section : Section.values()) {
                    studio.shell.show(section);
                    look(take(root, themes, fx, size, section.name(), past), size, section, wrong);
                }
                studio.shell.show(Section.MEASURE);
                studio.toasts.told("Built quick in 4:31: 34 of 34 proofs hold");
                take(root, themes, fx, size, "MEASURE-SAID", past);
                studio.toasts.dismissAll();
                studio.shell.run(Shortcut.PALETTE);
                take(root, themes, fx, size, "PALETTE", past);
                root.lookup("#palette-query").fireEvent(ESCAPE);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /// In a scene of that size; the headless screen is too small for a window of it.
    private static Parent take(
            Parent root, Themes themes, ManualScheduler fx, Size size, String what, PastWork past) {
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
                String.join("-", what, past.name(), size.name(), themes.isDark() ? "dark" : "light")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        Toolkit.write(scene.snapshot(null), PICTURES.resolve(name + ".png"));
        return root;
    }

    private static void look(Parent root, Size size, Section section, Set<String> wrong) {
        String where = "%s %s: ".formatted(section, size);
        for (Node node : shown(root)) {
            if (node instanceof FontIcon icon
                    && icon.getFill() instanceof Color fill
                    && Contrast.of(fill, Contrast.behind(icon.getParent())) < Contrast.GRAPHICS) {
                wrong.add(
                        where + "faint icon: " + icon.getIconLiteral() + " in " + icon.getParent());
            }
        }
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
