package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.engine.EngineChoice;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of Engines and Settings in their states, in both themes, for eyes.
class EnginesPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void takesPictures(Themes.Choice theme) {
        Toolkit.run(() -> {
            FakeServices services = new FakeServices(folder);
            Studio studio =
                    new Studio(
                            services.all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
            Themes themes = new Themes();
            themes.choice().set(theme);
            Scene scene = MainWindow.scene(studio, themes, 1440, 900);
            assertThat(studio.settings.theme().get()).isEqualTo(theme);
            studio.start();
            fx.run();
            studio.shell.show(Section.SETTINGS);
            fx.run();
            scene = take(scene, themes, "settings", 1440, 900);
            scene = take(scene, themes, "settings-small", 960, 640);
            studio.shell.show(Section.ENGINES);
            fx.run();
            studio.storage.prepare();
            fx.run();
            scene = take(scene, themes, "engines-clean", 1440, 1260);
            studio.storage.clean();
            services.source = EngineChoice.Source.SETTINGS;
            services.chosen = Optional.of("unix:///run/user/1000/podman/podman.sock");
            studio.engine.refresh();
            fx.run();
            studio.engineChoice.endpoint().set("/run/docker.sock");
            studio.engineChoice.useTyped();
            fx.run();
            scene = take(scene, themes, "engines-chosen", 1440, 900);
            scene = take(scene, themes, "engines-chosen-small", 960, 640);
            services.source = EngineChoice.Source.ENVIRONMENT;
            services.hasEngine = false;
            studio.engine.refresh();
            fx.run();
            take(scene, themes, "engines-named", 1440, 900);
        });
        assertThat(PICTURES.resolve("engines-named-" + theme.word() + ".png")).isNotEmptyFile();
    }

    private Scene take(Scene scene, Themes themes, String name, int width, int height) {
        Parent root = scene.getRoot();
        scene.setRoot(new Group());
        Scene next = new Scene(root, width, height);
        themes.dress(next);
        root.applyCss();
        root.layout();
        fx.run();
        root.layout();
        Path file = PICTURES.resolve(name + "-" + themes.choice().get().word() + ".png");
        Toolkit.write(next.snapshot(null), file);
        return next;
    }
}
