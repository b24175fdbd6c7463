package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.bench.LiveSessionViewModel.State;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person who measures, at a shown window with real threads; the units are pretended, and come
/// when the test says so.
@ExtendWith(ApplicationExtension.class)
class MeasureJourneyTest {
    /// Of two images, four benchmarks and six rounds.
    private static final int UNITS = 48;

    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore units = new Semaphore(0);
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        services.session.units = Optional.of(units);
        studio =
                Journeys.open(
                        stage, services, new FakeDialogs(), elsewhere, new Themes(), 960, 960);
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(State state) throws TimeoutException {
        await(() -> studio.measuring.state().get() == state);
    }

    private void pickAndStart(FxRobot robot) throws TimeoutException {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> studio.measure.subjects().size() > 3);
        robot.clickOn("debian-o3");
        robot.interact(() -> robot.lookup("#start").queryAs(ButtonBase.class).fire());
    }

    private String text(FxRobot robot, String id) {
        return robot.from(robot.lookup(".live-session")).lookup(id).queryLabeled().getText();
    }

    @Test
    void picksBuildsMeasuresPausesGoesOnAndSeesTheChart(FxRobot robot) throws Exception {
        services.gate = Optional.of(new CountDownLatch(1));
        pickAndStart(robot);
        await(State.PREPARING);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.MEASURE);
        services.gate.get().countDown();
        await(State.MEASURING);

        units.release(20);
        await(() -> studio.measuring.line().get().contains("20 of 48 units"));
        robot.clickOn("#pause");
        assertThat(text(robot, "#line")).startsWith("pausing when this unit ends");
        units.release();
        await(State.PAUSED);
        assertThat(text(robot, "#line")).startsWith("paused · 21 of 48 units").contains("so far");
        assertThat(text(robot, "#pause")).isEqualTo("Go on");
        units.release(UNITS);
        assertThat(studio.measuring.line().get()).contains("21 of 48 units");
        assertThat(studio.measuring.lines()).hasSize(4);
        assertThat(robot.lookup("#lines").queryTableView().getItems()).hasSize(4);

        robot.clickOn("#pause");
        await(() -> studio.navigation.section().get() == Section.RESULTS);
        await(() -> studio.results.results().get() != null);
        assertThat(robot.lookup("#drawn-chart").queryAs(Pane.class).getChildren())
                .hasSizeGreaterThan(50);
        assertThat(studio.measuring.state().get()).isEqualTo(State.ENDED);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        robot.clickOn("#close");
        assertThat(robot.lookup(".live-session").query().isVisible()).isFalse();
    }

    @Test
    void cancelsWhileImagesAreBuilt(FxRobot robot) throws Exception {
        services.gate = Optional.of(new CountDownLatch(1));
        pickAndStart(robot);
        await(State.PREPARING);
        robot.clickOn("#cancelSession");
        await(State.ENDED);
        assertThat(text(robot, "#line")).startsWith("cancelled");
        assertThat(studio.jobs.isBusy()).isFalse();
    }

    @Test
    void cancelsWhileAUnitRuns(FxRobot robot) throws Exception {
        pickAndStart(robot);
        units.release(3);
        await(() -> studio.measuring.line().get().contains("3 of 48 units"));
        robot.clickOn("#cancelSession");
        await(State.ENDED);
        assertThat(text(robot, "#line")).startsWith("cancelled · 3 of 48 units");
    }

    @Test
    void cancelsWhilePaused(FxRobot robot) throws Exception {
        pickAndStart(robot);
        await(State.MEASURING);
        robot.clickOn("#pause");
        units.release();
        await(State.PAUSED);
        robot.clickOn("#cancelSession");
        await(State.ENDED);
        assertThat(text(robot, "#line")).startsWith("cancelled · 1 of 48 units");
        assertThat(studio.jobs.isBusy()).isFalse();
    }

    @Test
    void goesOnWithAnUnfinishedSessionByOneClick(FxRobot robot) throws Exception {
        Path session = Path.of("sessions", "2026-11-22-0930");
        services.unfinished.add(new Unfinished(session, List.of("debian-o2", "quick"), 7, 24));
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> studio.measure.unfinished().sessions().size() == 1);
        robot.clickOn(".go-on");
        await(State.MEASURING);
        assertThat(services.calls).contains("resume " + session);
        assertThat(studio.measure.unfinished().sessions()).isEmpty();
        units.release(UNITS);
        await(() -> studio.navigation.section().get() == Section.RESULTS);
    }
}
