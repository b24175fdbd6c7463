package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.report.ChartKind;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.compare.ResultLine;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person who reads results, with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class ResultsJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Studio studio;

    @Start
    void start(Stage stage) {
        studio =
                new Studio(
                        new FakeServices(folder).all(),
                        dialogs,
                        new PlatformScheduler(),
                        elsewhere,
                        InstantSource.system());
        Scene scene = MainWindow.scene(studio, new Themes(), 980, 900);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        studio.start();
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    private void open(FxRobot robot, String source) throws TimeoutException {
        robot.interact(() -> {
            studio.navigation.show(Section.RESULTS);
            studio.results.open(List.of(Path.of(source)));
        });
        await(() -> studio.results.results().get() != null);
    }

    @Test
    void pastesFilesWhereNoTextFieldTakesThem(FxRobot robot) throws Exception {
        dialogs.files = List.of(Path.of("three"));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(studio.results.results().get()).isNull();
        open(robot, "session");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> studio.results.title().equals("session of three"));
    }

    @Test
    void filtersAndCopiesTheRows(FxRobot robot) throws Exception {
        open(robot, "session");
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("n");
        await(() -> !studio.table.tally().get().equals("7 of 7"));
        TableView<?> table = robot.lookup("#rows").queryTableView();
        assertThat(table.getItems()).hasSize(studio.table.shown().size());
        robot.push(KeyCode.ESCAPE);
        assertThat(studio.table.tally().get()).isEqualTo("7 of 7");
        robot.clickOn("#chip-faster");
        assertThat(studio.table.tally().get())
                .isEqualTo(studio.table.count(Verdict.FASTER) + " of 7");
        robot.clickOn("#copyRows");
        robot.clickOn("Rows as CSV");
        assertThat(dialogs.clipboard).contains("of 7 rows: faster");
        robot.clickOn("#quantity-memory");
        assertThat(robot.lookup("#chip-slower").<Labeled>query().getText()).startsWith("larger");
    }

    /// Geometric means stay below the rows whichever way these are sorted.
    @Test
    void sortsRowsAboveTheirMeans(FxRobot robot) throws Exception {
        open(robot, "three");
        TableView<ResultLine> table = robot.lookup("#rows").queryTableView();
        robot.interact(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(4))));
        var lines = table.getItems();
        assertThat(lines.subList(14, 16)).allMatch(line -> line.total());
        assertThat(lines.subList(0, 14))
                .noneMatch(line -> line.total())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.estimate().ratio(), b.estimate().ratio()));
    }

    @Test
    void asksWhatAKnobIsWorth(FxRobot robot) throws Exception {
        open(robot, "three");
        TabPane parts = robot.lookup("#parts").queryAs(TabPane.class);
        robot.interact(() -> parts.getSelectionModel().select(2));
        await(() -> !studio.effect.lines().isEmpty());
        robot.interact(() -> parts.getSelectionModel().selectLast());
        assertThat(studio.replay.open().get()).isTrue();
        assertThat(studio.effect.open().get()).isFalse();
        robot.interact(() -> studio.replay.open().set(false));
        assertThat(parts.getSelectionModel().getSelectedIndex()).isZero();
    }

    /// Every unit tells what it is, with the keyboard alone; rows of images are one key apart.
    @Test
    void readsEveryUnitOfARaincloud(FxRobot robot) throws Exception {
        open(robot, "three");
        robot.interact(() -> studio.charts.open("nbody"));
        assertThat(studio.charts.kind().get()).isEqualTo(ChartKind.RAINCLOUD);
        Pane chart = robot.lookup("#drawn-chart").queryAs(Pane.class);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.DOWN);
        assertThat(chart.getAccessibleText()).startsWith("debian-o2: 12 units");
        robot.push(KeyCode.RIGHT);
        assertThat(chart.getAccessibleText()).startsWith("debian-o2, round 1: ");
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.RIGHT);
        }
        assertThat(chart.getAccessibleText())
                .startsWith("debian-o2, round 13: ")
                .contains("Disturbed", "other processes used 40 %");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DOWN);
        assertThat(chart.getAccessibleText()).startsWith("debian-o3: 12 units");
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
