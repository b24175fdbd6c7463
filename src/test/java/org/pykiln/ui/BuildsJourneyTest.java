package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.job.LogLine;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person in the section Builds of a shown window.
@ExtendWith(ApplicationExtension.class)
class BuildsJourneyTest {
    @TempDir Path folder;

    /// Not shut down: timers of the window outlive a test, and threads like these end with the JVM.
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();

    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        studio = Journeys.open(stage, services, dialogs, elsewhere, new Themes(), 960, 720);
    }

    @Test
    void findsOutWhyABuildFailedAndBuildsItAgain(FxRobot robot) throws Exception {
        services.breaksBuild = true;
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.state().get() == JobState.FAILED);
        assertThat(robot.lookup("#problem").queryLabeled().getText()).startsWith("Step 9 of 9");

        ListView<?> excerpt = robot.lookup("#excerpt").queryListView();
        assertThat(excerpt.isVisible()).isTrue();

        robot.clickOn(robot.from(robot.lookup(".failure")).lookup("#goToError").<Node>query());
        await(() -> marked() != null && marked().text().startsWith("lto-wrapper"));
        ListView<?> steps = robot.lookup("#steps").queryListView();
        assertThat(steps.getSelectionModel().getSelectedIndex()).isEqualTo(8);

        robot.clickOn("#onlyStep");
        assertThat(studio.jobs.log().lines()).allMatch(line -> line.step() == 9);
        robot.clickOn("#onlyStep");
        robot.interact(() -> steps.getSelectionModel().select(2));
        robot.interact(steps::requestFocus);
        robot.push(KeyCode.UP);
        assertThat(marked().step()).isEqualTo(2);

        services.breaksBuild = false;
        robot.clickOn("#again");
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
        assertThat(studio.builds.entries()).hasSize(2);
        assertThat(robot.lookup("#proofs").query().isVisible()).isTrue();
        robot.clickOn("#showLayers");
        await(() -> studio.builds.shown().layers().rows().size() == 3);
        robot.clickOn("#edit");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.dirty().get()).isTrue();
    }

    @Test
    void removesABuildWithTheKeyboard(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
        dialogs.confirms = true;
        robot.interact(() -> robot.lookup("#jobs").queryListView().requestFocus());
        robot.push(KeyCode.DELETE);
        await(() -> studio.builds.entries().isEmpty());
        assertThat(robot.lookup("#empty").query().isVisible()).isTrue();
    }

    private LogLine marked() {
        int at = studio.jobs.log().indexOf(studio.jobs.log().marked().get());
        return at < 0 ? null : studio.jobs.log().lines().get(at);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
