package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody without a mouse, from pane to pane.
@ExtendWith(ApplicationExtension.class)
class KeyboardJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private Themes themes;
    private Studio studio;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        themes = new Themes();
        studio =
                Journeys.open(
                        stage,
                        new FakeServices(folder),
                        new FakeDialogs(),
                        elsewhere,
                        themes,
                        960,
                        720);
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void arrowsInTheRailOpenSectionsAndInSettingsChoose(FxRobot robot) throws Exception {
        ready(robot);
        robot.interact(robot.lookup("#rail-configure").query()::requestFocus);
        robot.push(KeyCode.DOWN);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.BUILDS);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);

        robot.interact(() -> studio.shell.show(Section.SETTINGS));
        robot.interact(robot.lookup("#theme-system").query()::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(themes.choice().get()).isEqualTo(Themes.Choice.LIGHT);
    }

    @Test
    void escapeClosesThePaletteThenTheDrawerThenTheSearch(FxRobot robot) throws Exception {
        ready(robot);
        Node lines = robot.lookup("#dockerfile").query();
        robot.interact(lines::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Node query = robot.lookup("#palette-query").query();
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.TAB);
            assertThat(query.isFocused()).isTrue();
        }
        robot.push(KeyCode.ESCAPE);
        assertThat(query.isFocused()).isFalse();
        assertThat(studio.drawer.open().get()).isTrue();
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("close");
        robot.push(KeyCode.ESCAPE);
        assertThat(studio.drawer.open().get()).isFalse();
        assertThat(studio.preview.find().open().get()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(studio.preview.find().open().get()).isFalse();
    }

    @Test
    void whoeverComesBackToAPaneIsWhereTheyWere(FxRobot robot) throws Exception {
        ready(robot);
        TextField search = robot.lookup("#search").queryAs(TextField.class);
        robot.interact(search::requestFocus);
        robot.push(KeyCode.F6);
        assertThat(search.isFocused()).isFalse();
        assertThat(stage.getScene().getFocusOwner().isFocusVisible()).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(search.isFocused()).isTrue();
    }

    private void ready(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, isThere());
        robot.interact(() -> studio.shell.show(Section.CONFIGURE));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Callable<Boolean> isThere() {
        return () -> !studio.presets.presets().isEmpty() && studio.engine.isUsable();
    }
}
