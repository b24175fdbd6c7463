package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Png;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The engine dies in mid-build under a person's eyes, and comes back while they look elsewhere.
@ExtendWith(ApplicationExtension.class)
class EngineLossJourneyTest {
    @TempDir static Path folder;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        services.gate = Optional.of(gate);
        Themes themes = new Themes();
        themes.choice().set(Themes.Choice.LIGHT);
        studio =
                Journeys.open(
                        stage, services, dialogs, Thread::startVirtualThread, themes, 980, 760);
    }

    @AfterEach
    void stop() {
        studio.jobs.cancelAll();
    }

    @Test
    void theWindowSaysSoAtOnceAndNoticesTheReturn(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        assertThat(state(robot)).isEqualTo("engine 20.10.24 · amd64");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.steps().size() == 3);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.jobs.jobs().size() == 2);
        services.hasEngine = false;
        gate.countDown();
        await(() -> state(robot).equals("no engine"));
        await(() -> studio.jobs.jobs().stream().allMatch(job -> job.state() == JobState.FAILED));
        await(() -> studio.toasts.shown().stream().anyMatch(toast -> toast.times().get() == 2));
        assertThat(robot.lookup(".toast.problem").queryAll()).hasSize(1);
        Image picture =
                WaitForAsyncUtils.asyncFx(() ->
                                robot.lookup("#engineState").query().getScene().snapshot(null))
                        .get();
        Png.write(picture, Path.of("target", "screenshots", "engine-lost.png"));

        robot.clickOn("#engineState");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.ENGINES);
        assertThat(robot.lookup("#help .mono").queryLabeled().getText())
                .isEqualTo("sudo usermod -aG docker \"$USER\"");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        services.hasEngine = true;
        await(() -> state(robot).equals("engine 20.10.24 · amd64"));
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#engineState").queryButton().getText();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
