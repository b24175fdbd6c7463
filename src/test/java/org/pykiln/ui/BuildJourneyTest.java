package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// From a knob to a chart, and every way in which a build ends before its end.
@ExtendWith(ApplicationExtension.class)
class BuildJourneyTest {
    @TempDir static Path folder;
    private final Executor elsewhere = Thread::startVirtualThread;
    private final CountDownLatch gate = new CountDownLatch(1);
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        studio =
                Journeys.open(
                        stage, services, new FakeDialogs(), elsewhere, new Themes(), 960, 720);
    }

    @AfterEach
    void stop() {
        studio.jobs.cancelAll();
    }

    @Test
    void fromAKnobToAChart(FxRobot robot) throws Exception {
        ready();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("lto");
        Node full = robot.from(robot.lookup("#knob-lto")).lookup("full").query();
        robot.clickOn(full);
        assertThat(studio.preview.text()).contains("--with-lto=full");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> state(0) == JobState.SUCCEEDED);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> studio.measure.subjects().size() > 3);
        robot.clickOn("debian-o3");
        // what was just built is told over the button; keys reach it all the same
        robot.interact(robot.lookup("#start").query()::requestFocus);
        robot.push(KeyCode.SPACE);
        await(() ->
                studio.navigation.section().get() == Section.RESULTS
                        && studio.results.results().get() != null);
        assertThat(services.calls)
                .anyMatch(call -> call.startsWith("build "))
                .anyMatch(call -> call.startsWith("measure ") && call.contains("debian-o3"));
        Pane chart = robot.lookup("#drawn-chart").queryAs(Pane.class);
        assertThat(chart.getChildren()).hasSizeGreaterThan(50);
    }

    @Test
    void aBuildThatWaitsIsCancelledAndTheOneBeforeItGoesOn(FxRobot robot) throws Exception {
        services.gate = Optional.of(gate);
        ready();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> state(0) == JobState.RUNNING);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.jobs.jobs().size() == 2 && state(0) == JobState.QUEUED);
        robot.interact(() -> studio.jobs.cancel(job(0)));
        await(() -> state(0) == JobState.CANCELLED);
        assertThat(state(1)).isEqualTo(JobState.RUNNING);
        gate.countDown();
        await(() -> state(1) == JobState.SUCCEEDED);
        assertThat(services.calls).filteredOn(call -> call.startsWith("build ")).hasSize(1);
    }

    @Test
    void aBuildThatRunsIsCancelledAndTheNextOneSucceeds(FxRobot robot) throws Exception {
        services.gate = Optional.of(gate);
        ready();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> job(0).progress().get().steps().size() == 3);
        robot.interact(() -> studio.jobs.cancel(job(0)));
        await(() -> state(0) == JobState.CANCELLED && !studio.jobs.isBusy());
        services.gate = Optional.empty();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.jobs.jobs().size() == 2 && state(0) == JobState.SUCCEEDED);
    }

    /// Somebody who presses twice, and starts the next build before the first one is put down.
    @Test
    void aBuildThatIsBeingCancelledIsLeftToFinishThat(FxRobot robot) throws Exception {
        CountDownLatch leisure = new CountDownLatch(1);
        services.gate = Optional.of(gate);
        services.leisure = Optional.of(leisure);
        ready();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> job(0).progress().get().steps().size() == 3);
        robot.interact(() -> studio.jobs.cancel(job(0)));
        await(() -> state(0) == JobState.CANCELLING);
        robot.interact(() -> studio.jobs.cancel(job(0)));
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.jobs.jobs().size() == 2);
        assertThat(state(0)).isEqualTo(JobState.QUEUED);
        assertThat(state(1)).isEqualTo(JobState.CANCELLING);
        leisure.countDown();
        await(() -> state(1) == JobState.CANCELLED && state(0) == JobState.SUCCEEDED);
    }

    @Test
    void theEngineDiesInABuildAndComesBack(FxRobot robot) throws Exception {
        services.gate = Optional.of(gate);
        ready();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> job(0).progress().get().steps().size() == 3);
        services.hasEngine = false;
        gate.countDown();
        await(() -> state(0) == JobState.FAILED);
        assertThat(job(0).job().problem()).isPresent();
        assertThat(job(0).progress().get().steps()).hasSize(3);

        robot.interact(studio.engine::refresh);
        await(() -> !studio.engine.isUsable() && !studio.engine.checking().get());
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> !studio.engine.checking().get());
        assertThat(studio.jobs.jobs()).hasSize(1);
        assertThat(studio.preview.text()).contains("FROM ");

        services.hasEngine = true;
        robot.interact(() -> studio.shell.show(Section.ENGINES));
        await(studio.engine::isUsable);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.jobs.jobs().size() == 2 && state(0) == JobState.SUCCEEDED);
    }

    private void ready() throws TimeoutException {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
    }

    private JobViewModel job(int newest) {
        return studio.jobs.jobs().get(newest);
    }

    private JobState state(int newest) {
        List<JobViewModel> jobs = List.copyOf(studio.jobs.jobs());
        return jobs.size() > newest ? jobs.get(newest).state() : JobState.QUEUED;
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
