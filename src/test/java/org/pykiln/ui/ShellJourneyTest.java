package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person at the frame of the window: what it says, its jobs, its first steps, and the keyboard.
@ExtendWith(ApplicationExtension.class)
class ShellJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;
    private Scene scene;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        studio = Journeys.open(stage, services, dialogs, elsewhere, new Themes(), 960, 720);
        scene = stage.getScene();
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void readsAProblemByKeyboardAndCopiesDiagnostics(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable());
        Problem problem =
                new Problem("It broke.", "at the third step", "docker system df")
                        .offering(
                                new Command(
                                        "Go to the engines",
                                        () -> studio.navigation.show(Section.ENGINES)));
        robot.interact(() -> studio.navigation.report(problem));
        robot.interact(() -> studio.navigation.tell("Saved"));
        assertThat(robot.lookup(".toast").queryAll()).hasSize(2);
        Node status = robot.lookup(".status").query();
        for (Node toast : robot.lookup(".toast").queryAll()) {
            assertThat(toast.localToScene(toast.getLayoutBounds()).getMaxY())
                    .isLessThan(status.localToScene(status.getLayoutBounds()).getMinY());
        }
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".toast").queryAll()).hasSize(1);
        assertThat(robot.lookup("at the third step").query().isVisible()).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        assertThat(scene.getFocusOwner()).isInstanceOf(org.pykiln.ui.shell.ToastView.class);
        assertThat(scene.getFocusOwner().getAccessibleText()).isEqualTo("Problem: It broke.");
        robot.clickOn("Details");
        assertThat(robot.lookup("at the third step").query().isVisible()).isTrue();
        robot.clickOn("Copy diagnostics");
        await(() -> dialogs.clipboard.equals(problem.code() + " on 20.10.24"));
        robot.clickOn("Open the log");
        assertThat(dialogs.asked).contains("open " + services.log());
        robot.clickOn("Go to the engines");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.ENGINES);
        assertThat(robot.lookup("It broke.").queryAll()).isEmpty();
    }

    @Test
    void seesCancelsAndReordersJobs(FxRobot robot) throws Exception {
        services.gate = Optional.of(new CountDownLatch(1));
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.B);
        }
        await(() -> studio.builds.jobs().waiting().size() == 2);
        assertThat(robot.lookup("#status-jobs").queryLabeled().getText()).isEqualTo("2 waiting");
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertThat(robot.lookup(".job-row").queryAll()).hasSize(3);
        assertThat(scene.getFocusOwner().getId()).isEqualTo("close");
        var last = studio.jobs.waiting().getLast();
        robot.clickOn("#job-3 #sooner");
        await(() -> studio.jobs.waiting().getFirst() == last);
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".drawer").query().isVisible()).isFalse();
        robot.clickOn("#status-jobs");
        robot.clickOn("#cancelWaiting");
        await(() -> studio.jobs.waiting().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        await(() -> studio.jobs.current().get().state() == JobState.CANCELLED);
        robot.clickOn("#clear");
        assertThat(robot.lookup(".job-row").queryAll()).isEmpty();
        assertThat(studio.jobs.jobs()).hasSize(3);
    }

    @Test
    void waitsForWhatRunsBeforeItCloses(FxRobot robot) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        await(() -> studio.engine.isUsable());
        dialogs.confirms = true;
        List<String> closed = new ArrayList<>();
        robot.interact(() -> {
            studio.jobs.submit(
                    "hangs",
                    context -> {
                        try (var asked = context.cancellation().onCancel(gate::countDown)) {
                            gate.await();
                        }
                        hanging.await();
                        context.cancellation().throwIfCancelled();
                        return "";
                    },
                    done -> {},
                    problem -> {});
        });
        await(() -> studio.jobs.current().get().state() == JobState.RUNNING);
        robot.interact(() -> studio.closing.close(() -> closed.add("closed")));
        assertThat(robot.lookup(".closing").query().getParent().isVisible()).isTrue();
        assertThat(scene.getFocusOwner().getId()).isEqualTo("closeNow");
        assertThat(closed).isEmpty();
        hanging.countDown();
        await(() -> !closed.isEmpty());
        assertThat(closed).containsExactly("closed");
        assertThat(studio.jobs.isBusy()).isFalse();
    }

    /// Whoever has no mouse gets everywhere: Tab visits each control that can be used, in every
    /// section, and comes back to where it began.
    @Test
    void tabReachesEveryControlOfEverySection(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.interact(() -> {
            studio.configure.foldAll(true);
            studio.navigation.report(
                    new Problem("It broke.", "", "docker system df")
                            .offering(new Command("Do something", () -> {})));
            studio.drawer.open().set(true);
            studio.measure.open();
            studio.results.open(List.of(Path.of("session")));
        });
        await(() -> studio.results.results().get() != null);
        for (Section section : Section.values()) {
            robot.interact(() -> studio.navigation.show(section));
            WaitForAsyncUtils.waitForFxEvents();
            Set<Node> wanted = new LinkedHashSet<>();
            robot.interact(() -> collect(scene.getRoot(), wanted));
            Set<Node> seen = walk(robot, wanted.size() + 20);
            Set<Node> missed = new LinkedHashSet<>(wanted);
            missed.removeAll(seen);
            missed.removeIf(node -> !isShown(node) || node.isDisabled() || isInGroupOf(node, seen));
            assertThat(missed.stream().map(ShellJourneyTest::name)).as("%s", section).isEmpty();
        }
    }

    /// Tab goes to one of a group, and arrows from there to the others.
    private static boolean isInGroupOf(Node node, Set<Node> seen) {
        return node instanceof Toggle one
                && one.getToggleGroup() != null
                && seen.stream()
                        .anyMatch(other ->
                                other instanceof Toggle toggle
                                        && toggle.getToggleGroup() == one.getToggleGroup());
    }

    @Test
    void arrowsGoAlongTheRail(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable());
        robot.interact(() -> robot.lookup("#rail-configure").query().requestFocus());
        for (Section section : Section.values()) {
            assertThat(scene.getFocusOwner().getId()).isEqualToIgnoringCase("rail-" + section);
            robot.push(KeyCode.DOWN);
        }
        robot.interact(() -> robot.lookup("#rail-results").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
    }

    private Set<Node> walk(FxRobot robot, int most) {
        Set<Node> seen = new HashSet<>();
        robot.interact(() -> robot.lookup("#rail-configure").query().requestFocus());
        for (int i = 0; i < most; i++) {
            seen.add(scene.getFocusOwner());
            robot.push(KeyCode.TAB);
        }
        return seen;
    }

    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        // their inner field has the keyboard when they have it
        boolean whole = node instanceof Spinner<?> || node instanceof ComboBoxBase<?>;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isShown(Node node) {
        return node.getScene() != null
                && node.isVisible()
                && (node.getParent() == null || isShown(node.getParent()));
    }

    private static String name(Node node) {
        return node instanceof Labeled label
                ? node + " " + label.getText() + " " + label.getAccessibleText()
                : String.valueOf(node);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
