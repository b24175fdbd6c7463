package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.bench.HostFacts;
import org.pykiln.ui.bench.LiveSessionViewModel.State;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of the Measure section in its states, in both themes, for eyes.
class MeasureScreenshotTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final Semaphore units = new Semaphore(0);
    private volatile boolean beside;
    private Themes themes;
    private Scene scene;

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void takesPicturesOfASession(Themes.Choice theme) {
        Toolkit.run(() -> {
            FakeServices services = services();
            Studio studio =
                    new Studio(
                            services.all(),
                            new FakeDialogs(),
                            fx,
                            task -> {
                                if (beside) {
                                    Thread.ofVirtual().start(task);
                                } else {
                                    task.run();
                                }
                            },
                            InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
            themes = new Themes();
            themes.choice().set(theme);
            scene = MainWindow.scene(studio, themes, 1440, 900);
            studio.start();
            fx.run();
            studio.measure.open();
            fx.run();
            studio.measure.options().cpus().set("7");
            take("measure-limits");
            studio.measure.options().cpus().set("1");
            studio.measure.options().memory().set("2g");
            studio.measure.subjects().get(1).picked().set(true);
            studio.measure.subjects().get(2).picked().set(true);
            take("measure-noisy");
            beside = true;
            studio.measure.start();
            units.release(62);
            await(studio, "62 of 72 units");
            take("measure-running");
            studio.measuring.togglePause();
            units.release();
            while (studio.measuring.state().get() != State.PAUSED) {
                turn();
            }
            take("measure-paused");
            units.release(72);
            studio.measuring.togglePause();
            while (studio.measuring.state().get() != State.ENDED) {
                turn();
            }
            beside = false;
            studio.measure.open();
            fx.run();
            take("measure-ended");
        });
        assertThat(PICTURES.resolve("measure-ended-" + theme.word() + ".png")).exists();
    }

    private FakeServices services() {
        FakeServices services = new FakeServices(folder);
        services.session.units = Optional.of(units);
        services.session.disturbed = 41;
        services.session.failing = 30;
        services.unfinished.add(
                new Unfinished(
                        Path.of("sessions", "a"), List.of("debian-o2", "gcc-fastest"), 40, 168));
        services.unfinished.add(
                new Unfinished(
                        Path.of("sessions", "b"),
                        List.of("official-slim", "musl-fastest", "gcc-fastest", "clang-fastest"),
                        1040,
                        9168));
        services.host =
                Optional.of(
                        new HostFacts(
                                1.3,
                                List.of(0, 1),
                                "Intel(R) Xeon(R) Processor @ 2.20GHz",
                                "powersave",
                                "on",
                                true,
                                List.of(0, 1),
                                List.of(
                                        "The host is busy: its load is 1.3 on 2 CPUs. Results will scatter.",
                                        "The host is a virtual machine: its neighbours may disturb.")));
        return services;
    }

    private void await(Studio studio, String text) {
        while (!studio.measuring.line().get().contains(text)) {
            turn();
        }
    }

    private void turn() {
        fx.run();
        Thread.onSpinWait();
    }

    private void take(String name) {
        take(name, 1440, 900);
        take(name + "-small", 1100, 700);
    }

    private void take(String name, int width, int height) {
        Parent root = scene.getRoot();
        scene.setRoot(new Group());
        scene = new Scene(root, width, height);
        themes.dress(scene);
        root.applyCss();
        root.layout();
        fx.run();
        root.layout();
        Toolkit.write(
                scene.snapshot(null),
                PICTURES.resolve(name + "-" + themes.choice().get().word() + ".png"));
    }
}
