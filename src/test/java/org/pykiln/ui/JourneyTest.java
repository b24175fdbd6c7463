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
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Target;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person at a shown window: mouse, keyboard and real threads; only engine and file dialogs are
/// pretended.
@ExtendWith(ApplicationExtension.class)
class JourneyTest {
    @TempDir static Path folder;
    private final Executor elsewhere = Thread::startVirtualThread;
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        studio = Journeys.open(stage, services, dialogs, elsewhere, new Themes(), 960, 720);
    }

    @AfterEach
    void stop() {
        studio.jobs.cancelAll();
    }

    @Test
    void picksBuildsAndReadsProofs(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        assertThat(studio.recipes.focused().get()).isEqualTo("base");
        robot.clickOn("#group-base .group-fold");
        robot.clickOn("#group-interpreter .group-fold");
        assertThat(robot.lookup("#knob-base").query().isVisible()).isFalse();
        Node full = robot.from(robot.lookup("#knob-lto")).lookup("full").query();
        robot.clickOn(full);
        assertThat(studio.recipes.focused().get()).isEqualTo("lto");
        robot.push(KeyCode.TAB); // its reset
        robot.push(KeyCode.TAB);
        assertThat(studio.recipes.focused().get()).isNotEqualTo("lto");
        assertThat(studio.preview.text()).contains("--with-lto=full");
        assertThat(robot.lookup(".unsaved").query().isVisible()).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(studio.preview.text()).doesNotContain("--with-lto=full");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(studio.preview.text()).contains("--with-lto=full");

        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> proofs = robot.lookup("#proofs").queryListView();
        assertThat(proofs.getItems()).hasSizeGreaterThan(5);
        assertThat(proofs.isVisible()).isTrue();
    }

    @Test
    void doesThingsByTheirNames(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("knob lto");
        robot.push(KeyCode.ENTER);
        assertThat(studio.recipes.focused().get()).isEqualTo("lto");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("go results");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.ENTER);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(robot.lookup(".palette").query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".veil").query().isVisible()).isFalse();
    }

    @Test
    void drawsEverythingLargerInTheSameRoom(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable());
        double before = robot.lookup("#build").query().localToScreen(0, 0).getY();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(studio.zoom.percent().get()).isEqualTo(125);
        Node button = robot.lookup("#build").query();
        assertThat(button.localToScreen(0, button.getLayoutBounds().getHeight()).getY())
                .isBetween(before, 720.0);
        robot.clickOn("#build");
        await(() -> studio.builds.state().get() == JobState.SUCCEEDED);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(studio.zoom.percent().get()).isEqualTo(100);
    }

    @Test
    void cancelsABuildThatRuns(FxRobot robot) throws Exception {
        services.gate = Optional.of(new CountDownLatch(1));
        await(studio.engine::isUsable);
        robot.clickOn("#build");
        await(() -> studio.builds.steps().size() == 3);
        robot.clickOn("#cancel");
        await(() -> studio.builds.state().get() == JobState.CANCELLED);
        assertThat(studio.jobs.isBusy()).isFalse();
    }

    @Test
    void measuresAndSeesTheChart(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> studio.measure.subjects().size() > 3);
        robot.clickOn("debian-o3");
        assertThat(studio.measure.picked()).contains("debian-o3");
        robot.clickOn("#start");
        await(() ->
                studio.navigation.section().get() == Section.RESULTS
                        && studio.results.results().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        Pane chart = robot.lookup("#drawn-chart").queryAs(Pane.class);
        assertThat(chart.getChildren()).hasSizeGreaterThan(50);
        assertThat(robot.lookup(".sentence").queryLabeled().getText()).contains("debian-o3");
    }

    @Test
    void seesSeveralImagesAtOneGlance(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.interact(() -> studio.results.open(List.of(Path.of("three"))));
        await(() -> studio.results.results().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        Pane chart = robot.lookup("#drawn-chart").queryAs(Pane.class);
        assertThat(chart.getAccessibleText())
                .contains("debian-o2")
                .doesNotContain("Each datapoint");
        robot.clickOn("#chart-heat");
        assertThat(chart.getAccessibleText())
                .startsWith("Each datapoint of each image against debian-o2");
        robot.interact(() -> studio.results.open(List.of(Path.of("two"))));
        await(() -> studio.results.results().get().images().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chart.getAccessibleText()).startsWith("Each datapoint");
    }

    /// With the keyboard alone: from the forest into a datapoint and back, then with the mouse.
    @Test
    void opensADatapointFromTheChart(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.interact(() -> studio.results.open(List.of(Path.of("three"))));
        await(() -> studio.results.results().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        Pane chart = robot.lookup("#drawn-chart").queryAs(Pane.class);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        assertThat(chart.getAccessibleText()).startsWith("nbody: gcc-fastest is ");
        assertThat(robot.lookup(".chart-focus").query().isVisible()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(studio.charts.kind().get()).isEqualTo(ChartKind.RAINCLOUD);
        assertThat(chart.getAccessibleText()).startsWith("nbody: every unit of debian-o2");
        robot.clickOn("#back");
        assertThat(studio.charts.kind().get()).isEqualTo(ChartKind.FOREST);

        robot.clickOn("#chart-heat");
        Target drawn =
                studio.charts
                        .plot()
                        .get()
                        .orElseThrow()
                        .draw(chart.getPrefWidth())
                        .targets()
                        .get(3);
        robot.clickOn(chart.localToScreen(drawn.x() + 5, drawn.y() + 5));
        assertThat(studio.charts.datapoint().get()).isEqualTo(drawn.datapoint());
        assertThat(chart.getAccessibleText()).startsWith(drawn.datapoint() + ": every unit");
    }

    @Test
    void findsAKnobByKeyboard(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("allocator");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#search").queryAs(TextField.class).getText())
                .isEqualTo("allocator");
        assertThat(robot.lookup("#knob-lto").query().isVisible()).isFalse();
        assertThat(robot.lookup("#knob-allocator").query().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
    }

    @Test
    void clicksARemedyAndTakesItBack(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("lto");
        robot.push(KeyCode.ENTER);
        assertThat(studio.recipes.focused().get()).isIn("lto", "compiler", "pgo", "bolt");
        robot.clickOn(in(robot, "#knob-lto", "thin"));
        assertThat(robot.lookup("#knob-lto .finding.error").queryAll()).hasSize(1);
        robot.clickOn(in(robot, "#knob-lto", "use full"));
        assertThat(robot.lookup("#knob-lto .finding.error").queryAll()).isEmpty();
        assertThat(studio.preview.text()).contains("--with-lto=full");

        robot.clickOn("#search");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#onlyChanged");
        assertThat(robot.lookup("#knob-lto").query().isVisible()).isTrue();
        assertThat(robot.lookup("#knob-pgo").query().isVisible()).isFalse();
        assertThat(robot.lookup("#tally").queryLabeled().getText()).startsWith("1 of ");

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(studio.recipes.dirty().get()).isFalse();
        assertThat(robot.lookup("#nothingFound").queryLabeled().getText()).contains("show all");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(robot.lookup("#knob-lto .finding.error").queryAll()).hasSize(1);
        robot.clickOn(in(robot, ".ways-back", "Use the default"));
        assertThat(studio.recipes.get()).isEqualTo(studio.recipes.source().get().recipe());
    }

    @Test
    void undoInATextFieldIsThatOfTheRecipeOnceTheTextIsTaken(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("profile task");
        TextField field = robot.lookup("#knob-pgo-task .text-field").queryAs(TextField.class);
        String before = field.getText();
        robot.interact(field::requestFocus);
        robot.push(KeyCode.END);
        robot.write(" -j2");
        robot.push(KeyCode.ENTER);
        assertThat(studio.preview.text()).contains("--pgo -j2");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(field.getText()).isEqualTo(before);
        assertThat(studio.preview.text()).doesNotContain("--pgo -j2");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(field.getText()).isEqualTo(before + " -j2");
    }

    @Test
    void followsANoteToTheEnginesAndCopiesTheCommand(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        await(() -> !studio.engine.architectures().isEmpty());
        robot.interact(() ->
                studio.configure.knobs().stream()
                        .filter(knob -> knob.id().equals("architecture"))
                        .forEach(knob -> knob.choose("s390x")));
        robot.clickOn(in(robot, "#knob-architecture", "what it executes"));
        assertThat(studio.navigation.section().get()).isEqualTo(Section.ENGINES);
        assertThat(robot.lookup("#architectures .architecture-name").queryAll()).hasSize(8);
        assertThat(robot.lookup("#place-used").queryAll()).hasSize(1);
        robot.clickOn(robot.from(robot.lookup("#commands")).lookup(".button").<Node>query());
        assertThat(dialogs.clipboard).isEqualTo("installer/linux/setup.sh --emulation");

        services.hasEngine = false;
        robot.clickOn("#retry");
        await(() -> !studio.engine.isUsable());
        assertThat(robot.lookup("#architectures").query().isVisible()).isFalse();
        assertThat(robot.lookup("#place-used").queryAll()).isEmpty();
        assertThat(robot.lookup("#help .mono").queryLabeled().getText())
                .isEqualTo("sudo usermod -aG docker \"$USER\"");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.clickOn("#engineState");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.ENGINES);
    }

    private static Node in(FxRobot robot, String place, String text) {
        return robot.from(robot.lookup(place)).lookup(text).query();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
