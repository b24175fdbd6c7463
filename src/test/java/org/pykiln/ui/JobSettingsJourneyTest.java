package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Png;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person who types how builds and sessions are to run.
@ExtendWith(ApplicationExtension.class)
class JobSettingsJourneyTest {
    @TempDir static Path folder;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private FakeServices services;
    private Studio studio;

    @Start
    void start(Stage stage) {
        services = new FakeServices(folder);
        Themes themes = new Themes();
        themes.choice().set(Themes.Choice.LIGHT);
        studio = Journeys.open(stage, services, new FakeDialogs(), elsewhere, themes, 980, 760);
    }

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void typesNumbersAndIsToldWhatIsWrong(FxRobot robot) throws Exception {
        await(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
        robot.interact(() -> studio.shell.show(Section.SETTINGS));
        type(robot, "#setting-builds", "2000");
        type(robot, "#setting-build-cpus", "0-");
        type(robot, "#setting-measure-cpus", "9");
        assertThat(text(robot, "#setting-builds-complaint"))
                .isEqualTo("Expected a whole number from 1 to 1000; nearest: 1000");
        assertThat(text(robot, "#setting-build-cpus-complaint")).contains("cannot be \"0-\"");
        assertThat(text(robot, "#setting-measure-cpus-complaint")).contains("no CPU 9");
        picture(robot, "settings-wrong-light.png");
        robot.interact(() -> studio.settings.theme().set(Themes.Choice.DARK));
        picture(robot, "settings-wrong-dark.png");
        robot.interact(() -> studio.settings.theme().set(Themes.Choice.LIGHT));

        type(robot, "#setting-builds", "20");
        type(robot, "#setting-build-cpus", "0-1");
        type(robot, "#setting-measure-cpus", "1");
        assertThat(robot.lookup("#setting-builds-complaint").query().isVisible()).isFalse();
        await(() -> services.settings.builds() == 20);
        assertThat(services.settings.buildCpus()).isEqualTo(Optional.of("0-1"));
        assertThat(services.settings.measureCpus()).isEqualTo(Optional.of("1"));
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> {
            TextField typed = robot.lookup(field).queryAs(TextField.class);
            typed.requestFocus();
            typed.clear();
        });
        robot.write(text);
    }

    private static String text(FxRobot robot, String label) {
        assertThat(robot.lookup(label).query().isVisible()).isTrue();
        return robot.lookup(label).queryLabeled().getText();
    }

    private static void picture(FxRobot robot, String name) throws Exception {
        Scene scene = robot.lookup("#setting-builds").query().getScene();
        Image picture = WaitForAsyncUtils.asyncFx(() -> scene.snapshot(null)).get();
        Png.write(picture, Path.of("target", "screenshots", name));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
