package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.job.JobState;
import org.pykiln.testing.DisplayTest;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.common.WindowState.Frame;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Toolkit;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a real display: the platform's own focus, keys, mouse, clipboard and screens.
@DisplayTest
@ExtendWith(ApplicationExtension.class)
class WindowOnDisplay {
    /// As on a screen to the right that is no longer there.
    private static final Frame ELSEWHERE = new Frame(20_000, 40, 1200, 800, false);

    @TempDir static Path folder;
    private final Executor elsewhere = Thread::startVirtualThread;
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        services = new FakeServices(folder);
        services.kept =
                new WindowState(
                        Section.CONFIGURE, Dialect.PORTABLE, Optional.of(ELSEWHERE), Map.of());
        studio =
                new Studio(
                        services.all(),
                        dialogs,
                        new PlatformScheduler(),
                        elsewhere,
                        InstantSource.system());
        new MainWindow(stage, studio, services.all()).show();
        stage.toFront();
    }

    @AfterEach
    void stop() {
        studio.jobs.cancelAll();
    }

    @Test
    void opensOnAScreenThatIsThere(FxRobot robot) throws Exception {
        ready();
        Rectangle2D screen = Screen.getPrimary().getBounds();
        assertThat(stage.getX()).isBetween(screen.getMinX(), screen.getMaxX() - 200);
        assertThat(stage.getY()).isBetween(screen.getMinY(), screen.getMaxY() - 200);
        assertThat(stage.getWidth()).isLessThanOrEqualTo(screen.getWidth());
        assertThat(stage.getHeight()).isLessThanOrEqualTo(screen.getHeight());
    }

    @Test
    void theMouseMovesTheFocusAndKeysFollowIt(FxRobot robot) throws Exception {
        ready();
        TextField search = robot.lookup("#search").queryAs(TextField.class);
        robot.clickOn("#search");
        await(search::isFocused);
        robot.write("allocator");
        await(() -> search.getText().equals("allocator"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("lto");
        await(() -> search.getText().equals("lto"));
        Node full = robot.from(robot.lookup("#knob-lto")).lookup("full").query();
        robot.clickOn(full);
        await(() -> studio.preview.text().contains("--with-lto=full"));
        assertThat(search.isFocused()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> !studio.preview.text().contains("--with-lto=full"));
        ListView<?> lines = robot.lookup("#dockerfile").queryListView();
        robot.clickOn(lines);
        await(lines::isFocused);
        assertThat(lines.getSelectionModel().isEmpty()).isFalse();
    }

    @Test
    void aKeyReachesTheEditorThroughThePlatformsClipboard(FxRobot robot) throws Exception {
        ready();
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("allocator");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn("#search");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        TextField search = robot.lookup("#search").queryAs(TextField.class);
        await(() -> search.getText().equals("allocator"));
    }

    @Test
    void opensTheFileThatTheDialogNames(FxRobot robot) throws Exception {
        ready();
        robot.interact(() -> dialogs.file = Optional.of(Path.of("presets/gcc-fastest.json")));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> studio.recipes.name().get().equals("gcc-fastest"));
        assertThat(dialogs.asked).isNotEmpty();
    }

    @Test
    void buildsByTheMouse(FxRobot robot) throws Exception {
        ready();
        robot.clickOn("#rail-builds");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.BUILDS);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
        robot.clickOn("#rail-configure");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
    }

    /// Without a window manager nobody gives the window the focus.
    private void ready() throws TimeoutException {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        Toolkit.run(stage::requestFocus);
        await(stage::isFocused);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
