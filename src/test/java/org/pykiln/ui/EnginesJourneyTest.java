package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/// A person who switches engines, cleans a disk and changes settings in a shown window.
@ExtendWith(ApplicationExtension.class)
class EnginesJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        Themes themes = new Themes();
        themes.choice().set(Themes.Choice.LIGHT);
        studio = Journeys.open(stage, services, dialogs, elsewhere, themes, 980, 960);
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void switchesTheEngineAndBack(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.interact(() -> studio.shell.show(Section.ENGINES));
        await(() -> robot.lookup(".switch-engine").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".switch-engine").<Node>query());
        await(() -> studio.engineChoice.canGoBack());
        assertThat(services.chosen).contains("unix:///run/user/1000/podman/podman.sock");
        robot.clickOn("#automatic");
        await(() -> !studio.engineChoice.canGoBack());

        robot.clickOn("#endpoint").write("build.example");
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#complaint").queryLabeled().getText())
                .contains("nearest: tcp://build.example:2375");
        robot.interact(() -> robot.lookup("#endpoint").<TextField>query().clear());
        assertThat(robot.lookup("#complaint").query().isVisible()).isFalse();
    }

    @Test
    void cleansTheDiskByName(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("clean up the engine");
        robot.push(KeyCode.ENTER);
        await(() -> studio.storage.previewing().get());
        assertThat(robot.lookup("#going .label").queryAll()).hasSize(3);
        Node clean = robot.lookup("#clean").query();
        robot.interact(clean::requestFocus);
        robot.push(KeyCode.SPACE);
        await(() -> studio.storage.report().get().startsWith("3 removed"));
        assertThat(robot.lookup("#previewPart").query().isVisible()).isFalse();
    }

    @Test
    void changesSettings(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.interact(() -> studio.shell.show(Section.SETTINGS));
        robot.clickOn("#theme-dark");
        assertThat(studio.settings.theme().get()).isEqualTo(Themes.Choice.DARK);
        robot.clickOn("#mode-rigorous");
        robot.clickOn("#larger");
        await(() -> services.settings.zoom() == 110);
        assertThat(services.settings.mode().name()).isEqualTo("RIGOROUS");
        robot.interact(() -> studio.zoom.reset());
        Node diagnostics = robot.lookup("#diagnostics").query();
        robot.interact(diagnostics::requestFocus);
        robot.push(KeyCode.SPACE);
        await(() -> dialogs.clipboard.endsWith("on 20.10.24"));
        robot.clickOn("#theme-light");
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
