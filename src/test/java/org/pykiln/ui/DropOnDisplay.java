package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.RealServices;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.lab.MeasuredSession;
import org.pykiln.testing.DisplayTest;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.testing.DragSource;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Files that the mouse drags out of the window of another process and lets go over this one, and
/// files on the clipboard of the desktop.
@DisplayTest
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class DropOnDisplay {
    @TempDir Path folder;
    private Studio studio;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        FakeServices services = new FakeServices(folder);
        services.results = RealServices.results(folder);
        services.kept =
                new WindowState(Section.RESULTS, Dialect.PORTABLE, Optional.empty(), Map.of());
        studio =
                new Studio(
                        services.all(),
                        new StageDialogs(stage, new Anybody().getHostServices()),
                        new PlatformScheduler(),
                        Thread::startVirtualThread,
                        InstantSource.system());
        new MainWindow(stage, studio, services.all()).show();
    }

    @AfterEach
    void letGo(FxRobot robot) {
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void aSessionIsOpened(FxRobot robot) throws Exception {
        Path session = MeasuredSession.in(folder.resolve("measured"));
        try (DragSource.Running source = DragSource.of(List.of(session))) {
            drag(robot, ".shell");
            await(() -> studio.drops.offer().get().isPresent());
            assertThat(title(robot)).isEqualTo("Drop to compare");
            assertThat(robot.lookup("#drop-target").query().isVisible()).isTrue();
            robot.release(MouseButton.PRIMARY);
            assertThat(source.ended()).isEqualTo("COPY");
        }
        await(() -> studio.results.title().equals("measured"));
        assertThat(studio.results.results().get().images()).containsExactly("o2", "o3");
        assertThat(robot.lookup("#drop-target").query().isVisible()).isFalse();
    }

    @Test
    void aPresetIsImportedByWayOfTheRail(FxRobot robot) throws Exception {
        Path preset =
                Files.writeString(
                        folder.resolve("given.json"),
                        "{\"schema\": 1, \"name\": \"given\", \"knobs\": {\"lto\": \"full\"}}");
        try (DragSource.Running source = DragSource.of(List.of(preset))) {
            drag(robot, "#rail-presets");
            await(() -> studio.drops.offer().get().isPresent());
            assertThat(title(robot)).isEqualTo("Cannot be dropped here");
            await(() -> studio.navigation.section().get() == Section.PRESETS);
            robot.moveTo(middle(robot, "#presets"));
            robot.moveBy(3, 3);
            await(() -> title(robot).equals("Drop to import"));
            robot.release(MouseButton.PRIMARY);
            assertThat(source.ended()).isEqualTo("COPY");
        }
        await(() -> studio.presets.presets().stream().anyMatch(one -> one.name().equals("given")));
        assertThat(folder.resolve("presets/given.json")).exists();
        assertThat(robot.lookup("#title").queryLabeled().getText()).isEqualTo("given");
    }

    @Test
    void whatIsOfAWrongKindIsRefusedAndSaidWhy(FxRobot robot) throws Exception {
        Path words = Files.writeString(folder.resolve("words.txt"), "faster");
        try (DragSource.Running source = DragSource.of(List.of(words))) {
            drag(robot, ".shell");
            await(() -> studio.drops.offer().get().isPresent());
            assertThat(title(robot)).isEqualTo("Cannot be dropped here");
            assertThat(
                            robot.from(robot.lookup("#drop-target"))
                                    .lookup(".drop-text")
                                    .queryLabeled()
                                    .getText())
                    .startsWith("words.txt is neither a preset nor a result; expected session");
            // the desktop is told with the next move of the mouse
            robot.moveBy(3, 3);
            robot.release(MouseButton.PRIMARY);
            assertThat(source.ended()).isEqualTo("null");
        }
        await(() -> studio.drops.offer().get().isEmpty());
        assertThat(studio.navigation.problem().get().isNone()).isTrue();
    }

    @Test
    void filesOnTheClipboardAreCompared(FxRobot robot) throws Exception {
        Path pyperf = Path.of("src", "test", "resources", "pyperf").toAbsolutePath();
        List<File> files =
                List.of(
                        pyperf.resolve("glibc_malloc.json").toFile(),
                        pyperf.resolve("glibc_pymalloc.json").toFile());
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files);
            Clipboard.getSystemClipboard().setContent(content);
            stage.requestFocus();
            robot.lookup("#rail-results").query().requestFocus();
        });
        await(stage::isFocused);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> studio.results.title().equals("glibc_malloc, glibc_pymalloc"));
        assertThat(studio.results.results().get().comparison().baseline())
                .isEqualTo("glibc_malloc");
    }

    /// Whose services of the desktop a window needs that was started by no application.
    private static final class Anybody extends Application {
        @Override
        public void start(Stage unused) {}
    }

    /// From the other window to the middle of a node of this one, slowly enough for both.
    private static void drag(FxRobot robot, String over) {
        double from = DragSource.SIDE / 2.0;
        robot.moveTo(new Point2D(from, from));
        robot.press(MouseButton.PRIMARY);
        robot.moveBy(8, 8);
        robot.moveBy(8, 8);
        robot.moveTo(middle(robot, over));
        robot.moveBy(3, 3);
    }

    private static Point2D middle(FxRobot robot, String of) {
        Node node = robot.lookup(of).query();
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static String title(FxRobot robot) {
        return robot.from(robot.lookup("#drop-target"))
                .lookup(".section-title")
                .queryLabeled()
                .getText();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
