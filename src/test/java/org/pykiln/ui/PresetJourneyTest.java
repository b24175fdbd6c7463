package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.RealServices;
import org.pykiln.engine.Owner;
import org.pykiln.recipe.Catalogue;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person in the section Presets: mouse, keyboard, real files; and one who comes back after a
/// crash.
@ExtendWith(ApplicationExtension.class)
class PresetJourneyTest {
    @TempDir static Path parent;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Path folder;
    private Studio studio;

    /// The headless screen is 1000 by 1000, and a window must not reach beyond.
    @Start
    void start(Stage stage) throws Exception {
        folder = parent.resolve(String.valueOf(System.nanoTime()));
        Owner gone = new Owner(Owner.self().host(), ProcessHandle.current().pid(), 1);
        NamedRecipe quick =
                RealServices.presets(folder).presets().presets().stream()
                        .filter(preset -> preset.name().equals("quick"))
                        .findFirst()
                        .orElseThrow();
        RealServices.drafts(folder.resolve("drafts"), gone)
                .keep(
                        new Draft(
                                quick,
                                "quick",
                                Catalogue.turn(quick.recipe(), "allocator", "jemalloc")));
        studio =
                new Studio(
                        new FakeServices(folder).all(),
                        dialogs,
                        new PlatformScheduler(),
                        elsewhere,
                        InstantSource.system());
        stage.setScene(MainWindow.scene(studio, new Themes(), 980, 760));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        studio.start();
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void findsAPresetByKeyboardAndGoesOnWithIt(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await(() -> studio.navigation.section().get() == Section.PRESETS);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("gcc fast");
        ListView<?> list = robot.lookup("#presets").queryListView();
        await(() -> list.getItems().size() < 18);
        robot.push(KeyCode.ENTER);
        assertThat(list.isFocused()).isTrue();
        assertThat(robot.lookup("#title").queryLabeled().getText()).isEqualTo("gcc-fastest");
        robot.push(KeyCode.ENTER);
        await(() -> studio.navigation.section().get() == Section.CONFIGURE);
        assertThat(studio.recipes.name().get()).isEqualTo("gcc-fastest");

        robot.clickOn("#rail-presets");
        robot.interact(() -> studio.presetPage.list().showAll());
        robot.interact(() -> list.scrollTo(0));
        robot.doubleClickOn(cell(robot, "debian-o3"));
        await(() -> studio.navigation.section().get() == Section.CONFIGURE);
        assertThat(studio.recipes.name().get()).isEqualTo("debian-o3");
    }

    @Test
    void makesAnOwnPresetAndThrowsItAway(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.clickOn("#rail-presets");
        robot.clickOn(cell(robot, "debian-o2"));
        robot.clickOn("Duplicate");
        await(() -> current().equals("debian-o2-2"));
        robot.interact(() -> robot.lookup("#presets").queryListView().requestFocus());
        robot.push(KeyCode.F2);
        robot.write("mine");
        robot.push(KeyCode.ENTER);
        await(() -> current().equals("mine"));
        assertThat(folder.resolve("presets/mine.json")).exists();
        TableView<?> table = robot.lookup("#table").queryTableView();
        assertThat(table.getColumns().get(1).getText()).isEqualTo("mine");

        dialogs.confirms = true;
        robot.interact(() -> robot.lookup("#presets").queryListView().requestFocus());
        robot.push(KeyCode.DELETE);
        await(() -> !current().equals("mine"));
        robot.clickOn("#putBack");
        await(() -> current().equals("mine"));
        assertThat(folder.resolve("presets/mine.json")).exists();
        assertThat(robot.lookup("#putBack").query().isVisible()).isFalse();
    }

    @Test
    void picksATagAndAnotherPresetToCompareWith(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        robot.clickOn("#rail-presets");
        robot.clickOn((Labeled) robot.from(robot.lookup("#tags")).lookup("threads").query());
        ListView<?> list = robot.lookup("#presets").queryListView();
        await(() -> list.getItems().size() == 1);
        robot.clickOn(cell(robot, "free-threaded"));
        robot.interact(() -> robot.lookup("#other").queryComboBox().getSelectionModel().select(1));
        await(() -> studio.presetPage.comparison().other().get().name().equals("debian-o2"));
        robot.clickOn("#openAgainst");
        await(() -> studio.navigation.section().get() == Section.CONFIGURE);
        assertThat(studio.recipes.name().get()).isEqualTo("free-threaded");
        assertThat(studio.recipes.reference().get().name()).isEqualTo("debian-o2");
    }

    @Test
    void comesBackAfterACrash(FxRobot robot) throws Exception {
        await(() -> !studio.drafts.offer().get().isEmpty());
        assertThat(robot.lookup("#offer").queryLabeled().getText()).contains("Unsaved in quick");
        robot.clickOn("#restoreDraft");
        await(() -> studio.recipes.dirty().get());
        assertThat(studio.recipes.named().name()).isEqualTo("quick+allocator=jemalloc");
        assertThat(robot.lookup("#bar").query().isVisible()).isFalse();
        assertThat(robot.lookup(".unsaved").query().isVisible()).isTrue();
    }

    private String current() {
        return studio.presetPage.list().current().map(NamedRecipe::name).orElse("");
    }

    private static Labeled cell(FxRobot robot, String name) {
        return robot.from(robot.lookup("#presets"))
                .lookup((Labeled label) -> name.equals(label.getText()))
                .query();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
