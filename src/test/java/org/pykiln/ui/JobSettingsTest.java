package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.settings.Settings;
import org.pykiln.ui.settings.JobSettingsViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// How many builds are kept and which CPUs are used, as a person types it.
class JobSettingsTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private FakeServices services;
    private Studio studio;
    private JobSettingsViewModel model;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        services.settings = Settings.DEFAULTS.withBuilds(30).withMeasureCpus(Optional.of("1"));
        reopen();
    }

    private void reopen() {
        studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        fx.run();
        model = studio.settings.jobs();
    }

    @Test
    void whatWasChosenIsShownAndProposed() {
        assertThat(model.builds().text().get()).isEqualTo("30");
        assertThat(model.buildCpus().text().get()).isEmpty();
        assertThat(model.measureCpus().text().get()).isEqualTo("1");
        assertThat(studio.measure.options().cpus().get()).isEqualTo("1");
        model.measureCpus().text().set("0-1");
        assertThat(studio.measure.options().cpus().get()).isEqualTo("0-1");
        model.measureCpus().text().set("");
        assertThat(studio.measure.options().cpus().get()).isEmpty();
    }

    @Test
    void whatIsValidIsKept() {
        model.builds().text().set(" 12 ");
        model.buildCpus().text().set("0, 1");
        model.measureCpus().text().set("0");
        fx.tick();
        assertThat(services.settings)
                .isEqualTo(
                        Settings.DEFAULTS
                                .withBuilds(12)
                                .withBuildCpus(Optional.of("0,1"))
                                .withMeasureCpus(Optional.of("0")));
    }

    @Test
    void whatIsNotIsSaidWithTheNearestAndTheOldHolds() {
        model.builds().text().set("0");
        assertThat(model.builds().complaint().get())
                .isEqualTo("Expected a whole number from 1 to 1000; nearest: 1");
        model.builds().text().set("many");
        assertThat(model.builds().complaint().get())
                .isEqualTo("Expected a whole number from 1 to 1000");
        model.buildCpus().text().set("first");
        assertThat(model.buildCpus().complaint().get())
                .contains("cannot be \"first\"", "such as 1 or 0,2-3");
        model.measureCpus().text().set("7");
        assertThat(model.measureCpus().complaint().get())
                .isEqualTo("The engine's host has no CPU 7; expected some of 0, 1; nearest: 1");
        assertThat(studio.measure.options().cpus().get()).isEqualTo("1");
        fx.tick();
        assertThat(services.settings)
                .isEqualTo(Settings.DEFAULTS.withBuilds(30).withMeasureCpus(Optional.of("1")));
        model.builds().text().set("31");
        assertThat(model.builds().complaint().get()).isEmpty();
    }

    @Test
    void aSmallerEngineIsNoticed() {
        services.settings = Settings.DEFAULTS.withBuildCpus(Optional.of("0-3"));
        services.hasEngine = false;
        reopen();
        assertThat(model.buildCpus().complaint().get()).isEmpty();
        services.hasEngine = true;
        studio.engine.refresh();
        fx.run();
        assertThat(model.buildCpus().complaint().get()).contains("has no CPU 2");
    }

    @Test
    void theHistoryKeepsAsMany() {
        model.builds().text().set("2");
        fx.tick();
        for (int i = 0; i < 4; i++) {
            studio.builds.build();
            fx.run();
        }
        reopen();
        assertThat(studio.builds.entries()).hasSize(2);
    }
}
