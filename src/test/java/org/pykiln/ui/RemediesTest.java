package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import javafx.application.ColorScheme;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.Zoom;
import org.pykiln.ui.shell.ToastViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Problems that PyKiln can do something about do it.
class RemediesTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        fx.run();
    }

    private ToastViewModel said() {
        return studio.toasts.shown().getLast();
    }

    private void take(String remedy) {
        Problem problem = said().problem().orElseThrow();
        Command command =
                problem.remedies().stream()
                        .filter(one -> one.name().equals(remedy))
                        .findFirst()
                        .orElseThrow();
        studio.toasts.run(said(), command);
        fx.run();
    }

    @Test
    void anEngineIsLookedForAgain() {
        services.hasEngine = false;
        studio.engine.refresh();
        fx.run();
        studio.builds.build();
        fx.run();
        assertThat(said().text()).isEqualTo("Not built: there is no container engine.");
        services.hasEngine = true;
        take("Look for engines again");
        assertThat(studio.engine.isUsable()).isTrue();
        assertThat(studio.toasts.shown()).isEmpty();
    }

    @Test
    void anErrorOfTheRecipeIsMended() {
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals("lto"))
                .forEach(knob -> knob.choose("thin"));
        studio.builds.build();
        studio.navigation.show(Section.RESULTS);
        take("use full");
        assertThat(studio.recipes.hasErrors().get()).isFalse();
        studio.recipes.undo();
        studio.recipes.focused().set("base");
        studio.builds.build();
        studio.navigation.show(Section.RESULTS);
        take("Open the knob");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.focused().get()).isEqualTo("lto");
    }

    @Test
    void aFailedBuildIsSaidOnceAndSettledByTheNext() {
        services.breaksBuild = true;
        studio.builds.build();
        fx.run();
        assertThat(said().problem().orElseThrow().help()).isEqualTo("docker system df");
        services.breaksBuild = false;
        studio.builds.build();
        fx.run();
        assertThat(studio.toasts.shown()).hasSize(1);
        assertThat(said().text()).startsWith("Built pykiln/");
    }

    @Test
    void everyWindowHasTheChosenColours() {
        Toolkit.run(() -> {
            Themes themes = new Themes();
            Stage before = new Stage();
            before.setScene(new Scene(new Group(), 100, 100));
            before.show();
            themes.choice().set(Themes.Choice.DARK);
            themes.dressWindows(new Zoom());
            Stage dialog = new Stage();
            dialog.setScene(new Scene(new Group(), 100, 100));
            dialog.show();
            assertThat(colours(before)).isEqualTo(ColorScheme.DARK);
            assertThat(colours(dialog)).isEqualTo(ColorScheme.DARK);
            themes.choice().set(Themes.Choice.LIGHT);
            assertThat(colours(dialog)).isEqualTo(ColorScheme.LIGHT);
            before.close();
            dialog.close();
        });
    }

    private static ColorScheme colours(Stage stage) {
        return stage.getScene().getPreferences().getColorScheme();
    }
}
