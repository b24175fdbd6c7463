package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a shown window does while files are over it, and when its keys paste.
@ExtendWith(ApplicationExtension.class)
class DropJourneyTest {
    private static final Path README = Path.of("README.md");
    private static final Path PYPERF =
            Path.of("src", "test", "resources", "pyperf", "glibc_malloc.json");

    @TempDir Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Studio studio;

    @Start
    void start(Stage stage) {
        FakeServices services = new FakeServices(folder);
        studio =
                Journeys.open(
                        stage,
                        services,
                        dialogs,
                        Thread::startVirtualThread,
                        new Themes(),
                        960,
                        720);
    }

    @Test
    void theHintLiesOverTheSectionUntilTheFilesLeave(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        Node hint = robot.lookup("#drop-target").query();
        assertThat(hint.isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        robot.interact(() -> studio.drops.enter(List.of(README)));
        await(hint::isVisible);
        fire(robot, ".shell", DragEvent.DRAG_OVER);
        assertThat(text(robot, ".section-title")).isEqualTo("Cannot be dropped here");
        assertThat(text(robot, ".drop-text")).startsWith("README.md is neither a preset");
        assertThat(hint.getPseudoClassStates()).extracting(Object::toString).contains("refused");

        robot.interact(() -> studio.drops.enter(List.of(PYPERF)));
        await(() -> text(robot, ".section-title").equals("Drop to compare in Results"));
        assertThat(hint.getPseudoClassStates())
                .extracting(Object::toString)
                .doesNotContain("refused");
        fire(robot, "#rail-builds", DragEvent.DRAG_ENTERED_TARGET);
        await(() -> studio.navigation.section().get() == Section.BUILDS);
        fire(robot, ".shell", DragEvent.DRAG_EXITED_TARGET);
        assertThat(hint.isVisible()).isFalse();
    }

    @Test
    void keysPasteWhatTheSectionTakes(FxRobot robot) throws Exception {
        await(() -> !studio.presets.presets().isEmpty());
        dialogs.clipboard = "{\"schema\": 1, \"name\": \"pasted\", \"knobs\": {\"lto\": \"full\"}}";
        robot.push(KeyCode.CONTROL, KeyCode.V);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> studio.navigation.section().get() == Section.RESULTS);
        robot.interact(() -> robot.lookup("#rail-results").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> sources().equals(List.of(Path.of("pasted.json"))));
        assertThat(folder.resolve("presets/pasted.json")).doesNotExist();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await(() -> studio.navigation.section().get() == Section.PRESETS);
        robot.clickOn("#presetSearch");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        TextField search = robot.lookup("#presetSearch").queryAs(TextField.class);
        assertThat(search.isFocused()).isTrue();
        robot.interact(() -> robot.lookup("#presets").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> studio.presets.presets().stream().anyMatch(one -> one.name().equals("pasted")));
        assertThat(folder.resolve("presets/pasted.json")).exists();
    }

    private List<Path> sources() {
        var shown = studio.results.results().get();
        return shown == null ? List.of() : shown.sources();
    }

    private static String text(FxRobot robot, String label) {
        return robot.from(robot.lookup("#drop-target")).lookup(label).<Labeled>query().getText();
    }

    /// As the platform does while the mouse holds something.
    private static void fire(FxRobot robot, String at, EventType<DragEvent> type) {
        Node node = robot.lookup(at).query();
        robot.interact(() ->
                Event.fireEvent(
                        node,
                        new DragEvent(
                                node,
                                node,
                                type,
                                null,
                                5,
                                5,
                                5,
                                5,
                                null,
                                null,
                                node,
                                new PickResult(node, 5, 5))));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
