package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.WindowState;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of what the frame of the window says and does, in both themes, for eyes.
class ShellPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holds;

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void takesPicturesOfTheFrame(Themes.Choice theme) {
        Toolkit.run(() -> {
            Executor elsewhere =
                    task -> {
                        if (holds) {
                            held.add(task);
                        } else {
                            task.run();
                        }
                    };
            FakeServices services = new FakeServices(folder);
            services.isNew = true;
            FakeDialogs dialogs = new FakeDialogs();
            Studio studio =
                    new Studio(
                            services.all(),
                            dialogs,
                            fx,
                            elsewhere,
                            InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
            Themes themes = new Themes();
            themes.choice().set(theme);
            Scene scene = MainWindow.scene(studio, themes, 1440, 900);
            studio.start();
            studio.shell.show(WindowState.FIRST.section());
            fx.run();
            take(scene, theme, "first-run", 1440, 900);
            take(scene, theme, "first-run-small", 960, 640);
            studio.navigation.show(Section.BUILDS);
            take(scene, theme, "first-run-builds", 1440, 900);
            studio.navigation.show(Section.CONFIGURE);
            take(scene, theme, "first-run-configure", 1440, 900);
            say(studio);
            take(scene, theme, "toasts", 1440, 900);
            take(scene, theme, "toasts-small", 960, 640);
            studio.toasts.dismissAll();
            studio.recipes.undo();
            studio.builds.build();
            fx.run();
            holds = true;
            for (int i = 0; i < 3; i++) {
                studio.builds.build();
            }
            fx.run();
            studio.drawer.open().set(true);
            take(scene, theme, "jobs", 1440, 900);
            take(scene, theme, "jobs-small", 960, 640);
            dialogs.confirms = true;
            holds = false;
            while (!held.isEmpty()) {
                held.remove().run();
            }
            fx.run();
            holds = true;
            studio.jobs.submit(
                    "Measure quick, debian-o3",
                    context -> {
                        studio.closing.close(() -> {});
                        fx.run();
                        take(scene, theme, "closing", 1440, 900);
                        return "";
                    },
                    done -> {},
                    problem -> {});
            held.remove().run();
        });
        assertThat(PICTURES.resolve("jobs-" + theme.word() + ".png")).exists();
    }

    private static void say(Studio studio) {
        studio.navigation.report(
                new Problem(
                        "Step 6 of 9 ended with exit code 2.",
                        "lto-wrapper: fatal error: write: No space left on device",
                        "docker system df"));
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals("lto"))
                .forEach(knob -> knob.choose("thin"));
        studio.builds.build();
        studio.builds.build();
        studio.toasts.shown().getLast().expanded().set(true);
        studio.navigation.tell("Exported 3 files to /home/ada/experiments/debian-o3");
    }

    private static void take(Scene scene, Themes.Choice theme, String name, int wide, int high) {
        Parent root = scene.getRoot();
        root.resize(wide, high);
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        Toolkit.write(
                root.snapshot(null, new javafx.scene.image.WritableImage(wide, high)),
                PICTURES.resolve(name + "-" + theme.word() + ".png"));
    }
}
