package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.Contrast;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Toolkit;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Menus, lists of choices and tooltips, which are windows of their own, are drawn as large as the
/// window that they belong to and in its colours, also when either changes while they are open.
/// Writes pictures of them.
@ExtendWith(ApplicationExtension.class)
class OwnWindowsTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "sections");
    private static final double WORDS = 13;
    private static final double TOOLTIP_WORDS = 12;

    @TempDir static Path folder;
    private Themes themes;
    private Studio studio;

    @Start
    void start(Stage stage) {
        themes = new Themes();
        themes.choice().set(Themes.Choice.LIGHT);
        studio =
                Journeys.open(
                        stage,
                        new FakeServices(folder),
                        new FakeDialogs(),
                        Runnable::run,
                        themes,
                        960,
                        720);
        themes.dressWindows(studio.zoom);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(PopupWindow.class::isInstance)
                    .forEach(Window::hide);
            themes.choice().set(Themes.Choice.LIGHT);
        });
    }

    @Test
    void aMenuIsAsLargeAndAsDarkAsTheWindow(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        MenuButton button = robot.lookup("#more").queryAs(MenuButton.class);
        isLikeItsWindow(robot, "menu", WORDS, button::show, button::hide);
    }

    @Test
    void aContextMenuIsAsLargeAndAsDarkAsTheWindow(FxRobot robot) {
        robot.interact(() -> studio.shell.show(Section.PRESETS));
        WaitForAsyncUtils.waitForFxEvents();
        Node list = robot.lookup("#presets").query();
        ContextMenu menu = robot.lookup("#presets").queryListView().getContextMenu();
        isLikeItsWindow(robot, "context-menu", WORDS, () -> menu.show(list, 20, 20), menu::hide);
    }

    @Test
    void aListOfChoicesIsAsLargeAndAsDarkAsTheWindow(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        ComboBox<?> box = robot.lookup("#reference").queryComboBox();
        isLikeItsWindow(robot, "choices", WORDS, box::show, box::hide);
    }

    @Test
    void aTooltipIsAsLargeAndAsDarkAsTheWindow(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Button build = robot.lookup("#build").queryButton();
        Tooltip tooltip = build.getTooltip();
        isLikeItsWindow(
                robot, "tooltip", TOOLTIP_WORDS, () -> tooltip.show(build, 20, 20), tooltip::hide);
    }

    private void isLikeItsWindow(
            FxRobot robot, String name, double words, Runnable show, Runnable hide) {
        robot.interact(() -> {
            studio.zoom.set(200);
            show.run();
        });
        look(robot, name + "-200", 2 * words, false);
        robot.interact(() -> themes.choice().set(Themes.Choice.DARK));
        look(robot, name + "-200-dark", 2 * words, true);
        robot.interact(() -> studio.zoom.set(100));
        look(robot, name + "-100-dark", words, true);
        robot.interact(() -> themes.choice().set(Themes.Choice.LIGHT));
        look(robot, name + "-100", words, false);
        robot.interact(hide);
    }

    private static void look(FxRobot robot, String name, double size, boolean dark) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Scene scene = popup().getScene();
            scene.getRoot().applyCss();
            Toolkit.write(scene.snapshot(null), PICTURES.resolve("popup-" + name + ".png"));
            List<Text> texts = texts(scene.getRoot());
            assertThat(texts).as(name).isNotEmpty();
            for (Text text : texts) {
                assertThat(text.getFont().getSize())
                        .as(name + ": " + text.getText())
                        .isBetween(size * 0.9, size * 1.01);
                assertThat(Contrast.of((Color) text.getFill(), Contrast.behind(text.getParent())))
                        .as(name + ": " + text.getText())
                        .isGreaterThan(Contrast.TEXT);
                assertThat(((Color) text.getFill()).getBrightness() > 0.5)
                        .as(name + " is for a dark window: " + text.getText())
                        .isEqualTo(dark);
            }
        });
    }

    private static PopupWindow popup() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .map(PopupWindow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Text> texts(Node node) {
        List<Text> found = new ArrayList<>();
        if (!node.isVisible()) {
            return found;
        }
        if (node instanceof Text text && !(text instanceof FontIcon) && !text.getText().isBlank()) {
            found.add(text);
        }
        if (node instanceof Parent parent && !(node instanceof Region r && r.isDisabled())) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }
}
