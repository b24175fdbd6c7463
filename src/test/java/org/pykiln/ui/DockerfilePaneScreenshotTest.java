package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.preview.Against;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of what the Dockerfile's pane can show, in both themes, for eyes.
class DockerfilePaneScreenshotTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;

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
            ManualScheduler fx = new ManualScheduler();
            Studio studio =
                    new Studio(
                            new FakeServices(folder).all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.system());
            Themes themes = new Themes();
            themes.choice().set(theme);
            Scene scene = MainWindow.scene(studio, themes, 1440, 900);
            studio.start();
            fx.run();
            turn(studio, "lto", "full");
            turn(studio, "compiler", "clang-19");
            studio.recipes.focused().set("lto");
            studio.preview.dialect().set(Dialect.BUILDKIT);
            take(scene, themes, "dockerfile-buildkit");
            studio.preview.find().ask();
            studio.preview.find().query().set("install");
            studio.preview.find().next();
            take(scene, themes, "dockerfile-find");
            studio.preview.dialect().set(Dialect.PORTABLE);
            studio.preview.diff().against().set(named(studio, "gcc-fastest"));
            studio.preview.diff().toggle();
            studio.preview.diff().next();
            take(scene, themes, "dockerfile-diff-find");
            studio.preview.find().close();
            take(scene, themes, "dockerfile-diff");
        });
        assertThat(PICTURES.resolve("dockerfile-diff-" + theme.word() + ".png")).exists();
    }

    private static void turn(Studio studio, String knob, String value) {
        studio.configure.knobs().stream()
                .filter(one -> one.id().equals(knob))
                .forEach(one -> one.choose(value));
    }

    private static Against named(Studio studio, String preset) {
        return studio.preview.diff().choices().stream()
                .filter(one -> one.label().equals(preset))
                .findFirst()
                .orElseThrow();
    }

    /// In a window of the usual size and in a small one.
    private static void take(Scene scene, Themes themes, String name) {
        Parent root = scene.getRoot();
        for (int width : new int[] {1440, 1100}) {
            scene.setRoot(new Group());
            Scene next = new Scene(root, width, width == 1440 ? 900 : 700);
            themes.dress(next);
            root.applyCss();
            root.layout();
            root.layout();
            String size = width == 1440 ? "" : "-small";
            Toolkit.write(
                    next.snapshot(null),
                    PICTURES.resolve(
                            "%s%s-%s.png".formatted(name, size, themes.choice().get().word())));
            next.setRoot(new Group());
            scene.setRoot(root);
        }
    }
}
