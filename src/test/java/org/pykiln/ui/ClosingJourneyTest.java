package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Closing the window while something is being built.
@ExtendWith(ApplicationExtension.class)
class ClosingJourneyTest {
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
        services.gate = Optional.of(new CountDownLatch(1));
        studio =
                new Studio(
                        services.all(),
                        dialogs,
                        new PlatformScheduler(),
                        elsewhere,
                        InstantSource.system());
        new MainWindow(stage, studio, services.all()).show();
    }

    @AfterEach
    void stop() {
        studio.jobs.cancelAll();
    }

    @Test
    void asksFirstAndThenCancels(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> studio.builds.steps().size() == 3);

        dialogs.confirms = false;
        robot.interact(this::close);
        assertThat(dialogs.asked).hasSize(1);
        assertThat(stage.isShowing()).isTrue();
        assertThat(studio.jobs.isBusy()).isTrue();

        dialogs.confirms = true;
        robot.interact(this::close);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !stage.isShowing());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !studio.jobs.isBusy());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(studio.jobs.jobs().getFirst().job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(services.calls).anyMatch(call -> call.startsWith("keep "));
    }

    private void close() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
