package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of the window with files over it, in both themes, for eyes.
class DropPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path PYPERF = Path.of("src", "test", "resources", "pyperf");
    private static final Path PRESET = Path.of("presets", "gcc-fastest.json");

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
    void everyHintIsDrawn(Themes.Choice theme) {
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            Studio studio =
                    new Studio(
                            new FakeServices(folder).all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.system());
            studio.start();
            fx.run();
            studio.shell.show(Section.RESULTS);
            Path first = PYPERF.resolve("glibc_malloc.json");
            hover(studio, themes, "drop-results", first, PYPERF.resolve("glibc_pymalloc.json"));
            hover(studio, themes, "drop-refused", Path.of("README.md"));
            hover(studio, themes, "drop-preset-on-results", PRESET);
            studio.shell.show(Section.PRESETS);
            hover(studio, themes, "drop-presets", PRESET, Path.of("presets", "jit.json"));
            studio.shell.show(Section.CONFIGURE);
            hover(studio, themes, "drop-configure", PRESET);
        });
        assertThat(PICTURES.resolve("drop-configure-" + theme.word() + ".png")).exists();
    }

    private void hover(Studio studio, Themes themes, String name, Path... files) {
        fx.run();
        studio.drops.enter(List.of(files));
        fx.run();
        Scene scene = MainWindow.scene(studio, themes, 1440, 900);
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        fx.run();
        Toolkit.write(
                scene.snapshot(null),
                PICTURES.resolve("%s-%s.png".formatted(name, themes.choice().get().word())));
        studio.drops.leave();
    }
}
