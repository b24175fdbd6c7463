package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.preview.DiffRow;
import org.pykiln.ui.preview.DiffViewModel;
import org.pykiln.ui.preview.Fold;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person at the Dockerfile, with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class DockerfilePaneJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
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
        elsewhere.shutdownNow();
    }

    @Test
    void findsInThePaneThatHasTheFocus(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(robot.lookup("#search").queryAs(TextField.class).isFocused()).isTrue();
        assertThat(studio.preview.find().open().get()).isFalse();

        ListView<?> lines = robot.lookup("#dockerfile").queryListView();
        robot.interact(lines::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("install");
        assertThat(studio.configure.search().get()).isEmpty();
        int first = studio.preview.find().line().get();
        assertThat(lines.getSelectionModel().getSelectedIndices()).containsExactly(first);
        assertThat(robot.lookup("#dockerfile .mark-found").queryAll()).isNotEmpty();
        robot.push(KeyCode.ENTER);
        assertThat(studio.preview.find().line().get()).isGreaterThan(first);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(studio.preview.find().line().get()).isEqualTo(first);

        robot.push(KeyCode.ESCAPE);
        assertThat(studio.preview.find().open().get()).isFalse();
        assertThat(lines.isFocused()).isTrue();
        assertThat(robot.lookup("#dockerfile .mark-found").queryAll()).isEmpty();
    }

    @Test
    void goesThroughTheDifferencesFromAnyPreset(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.interact(() -> studio.preview.diff().against().set(named("gcc-fastest")));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> rows = robot.lookup("#diff").queryListView();
        assertThat(rows.isVisible()).isTrue();
        assertThat(robot.lookup("#dockerfile").query().isVisible()).isFalse();
        robot.interact(rows::requestFocus);
        robot.push(KeyCode.F7);
        robot.push(KeyCode.F7);
        assertThat(studio.preview.diff().tally().get()).startsWith("2 of ");
        assertThat(rows.getSelectionModel().getSelectedItem())
                .isEqualTo(studio.preview.diff().rows().get(studio.preview.diff().row().get()));
        robot.push(KeyCode.SHIFT, KeyCode.F7);
        assertThat(studio.preview.diff().tally().get()).startsWith("1 of ");
        assertThat(robot.lookup("#diff .sign").queryAll())
                .extracting(node -> ((javafx.scene.control.Label) node).getText())
                .contains("~");
        robot.clickOn("#compare");
        assertThat(robot.lookup("#dockerfile").query().isVisible()).isTrue();
    }

    @Test
    void opensWhatIsFoldedByEnterAndByAClick(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        DiffViewModel diff = studio.preview.diff();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> rows = robot.lookup("#diff").queryListView();
        assertThat(diff.same().get())
                .startsWith("No difference from ")
                .contains("lines are the same");
        assertThat(robot.lookup("#same").query().isVisible()).isTrue();
        assertThat(rows.getItems()).hasSize(1).first().isInstanceOf(Fold.class);
        robot.interact(() -> {
            rows.requestFocus();
            rows.getSelectionModel().selectFirst();
        });
        robot.push(KeyCode.ENTER);
        assertThat(rows.getItems()).hasSameSizeAs(diff.rows());

        robot.interact(() -> diff.against().set(named("gcc-fastest")));
        assertThat(robot.lookup("#same").query().isVisible()).isFalse();
        int folds = folds(rows);
        assertThat(folds).isPositive();
        robot.clickOn("#diff .folded");
        assertThat(folds(rows)).isEqualTo(folds - 1);
        robot.clickOn("#fold");
        assertThat(rows.getItems()).hasSameSizeAs(diff.rows());
        robot.clickOn("#fold");
        assertThat(folds(rows)).isEqualTo(folds);
    }

    @Test
    void whatIsFoundIsBroughtOutOfItsFold(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> rows = robot.lookup("#diff").queryListView();
        robot.interact(rows::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("install");
        assertThat(folds(rows)).isZero();
        assertThat(((DiffRow) rows.getSelectionModel().getSelectedItem()).text())
                .contains("install");
    }

    private static int folds(ListView<?> rows) {
        return (int) rows.getItems().stream().filter(Fold.class::isInstance).count();
    }

    @Test
    void choosesADialectAndABakeFile(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.clickOn("#buildkit");
        robot.clickOn("#buildkit");
        assertThat(studio.preview.dialect().get()).isEqualTo(Dialect.BUILDKIT);
        assertThat(studio.preview.text()).contains("--mount=type=cache");
        dialogs.file = Optional.of(folder);
        robot.clickOn("#export");
        robot.clickOn("Export a bake file for");
        CheckBox arm = robot.lookup("arm64").queryAs(CheckBox.class);
        robot.interact(arm::fire);
        MenuButton export = robot.lookup("#export").queryAs(MenuButton.class);
        robot.interact(() -> ((Menu) export.getItems().get(2)).getItems().getLast().fire());
        await(() -> !services.exports.isEmpty());
        assertThat(services.exports.getFirst().architectures()).containsExactly("amd64", "arm64");
        assertThat(services.exports.getFirst().dialect()).isEqualTo(Dialect.BUILDKIT);
        robot.interact(export::hide);
        robot.clickOn("#export");
        robot.clickOn("Copy as docker command");
        assertThat(dialogs.clipboard).startsWith("DOCKER_BUILDKIT=1 docker build --platform");
    }

    private org.pykiln.ui.preview.Against named(String preset) {
        return studio.preview.diff().choices().stream()
                .filter(one -> one.label().equals(preset))
                .findFirst()
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
