package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Mode;
import org.pykiln.settings.Settings;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Settings without a window.
class SettingsSectionTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();

    @Test
    void theWindowOpensAsItWasChosen() {
        FakeServices services = new FakeServices(folder);
        services.settings =
                Settings.DEFAULTS
                        .withTheme(Settings.Theme.DARK)
                        .withZoom(125)
                        .withMode(Mode.STANDARD);
        Studio studio = studio(services);
        assertThat(studio.settings.theme().get()).isEqualTo(Themes.Choice.DARK);
        assertThat(studio.zoom.percent().get()).isEqualTo(125);
        assertThat(studio.measure.options().mode().get()).isEqualTo(Mode.STANDARD);
        fx.tick();
        assertThat(services.calls).doesNotContain("settings");
    }

    @Test
    void severalChangesAreWrittenOnceAMomentLater() {
        FakeServices services = new FakeServices(folder);
        Studio studio = studio(services);
        studio.zoom.in();
        studio.zoom.in();
        studio.settings.theme().set(Themes.Choice.LIGHT);
        studio.settings.mode().set(Mode.RIGOROUS);
        assertThat(services.settings).isEqualTo(Settings.DEFAULTS);
        fx.tick();
        assertThat(services.settings)
                .isEqualTo(
                        Settings.DEFAULTS
                                .withTheme(Settings.Theme.LIGHT)
                                .withZoom(125)
                                .withMode(Mode.RIGOROUS));
        assertThat(services.calls).containsOnlyOnce("settings");
        assertThat(studio.measure.options().mode().get()).isEqualTo(Mode.RIGOROUS);
    }

    @Test
    void nothingIsLostWhenTheWindowIsClosedAtOnce() {
        FakeServices services = new FakeServices(folder);
        Studio studio = studio(services);
        studio.zoom.out();
        studio.settings.save();
        assertThat(services.settings.zoom()).isEqualTo(90);
        fx.tick();
        assertThat(services.calls).containsOnlyOnce("settings");
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaid() {
        FakeServices services = new FakeServices(folder);
        services.settingsProblem = Optional.of("Settings that cannot be read have their defaults");
        Studio studio = studio(services);
        assertThat(studio.settings.problem().get()).contains("cannot be read");
        services.breaksSettings = true;
        studio.zoom.in();
        studio.settings.save();
        assertThat(studio.settings.problem().get()).contains("cannot be written");
        services.breaksSettings = false;
        studio.zoom.in();
        studio.settings.save();
        assertThat(studio.settings.problem().get()).isEmpty();
    }

    @Test
    void foldersAndDiagnosticsAreCopied() {
        FakeServices services = new FakeServices(folder);
        Studio studio = studio(services);
        studio.settings.copy(studio.settings.folders().getFirst().path());
        assertThat(dialogs.clipboard).isEqualTo("/home/me/.local/share/pykiln");
        studio.settings.reveal(studio.settings.folders().getLast());
        assertThat(dialogs.asked).contains("open /home/me/.local/share/pykiln/logs");

        studio.settings.copyDiagnostics();
        fx.run();
        assertThat(dialogs.clipboard).endsWith("on 20.10.24");
    }

    @Test
    void theEngineIsALinkToItsSection() {
        Studio studio = studio(new FakeServices(folder));
        assertThat(studio.settings.engineLine())
                .isEqualTo("engine 20.10.24 · amd64, found by itself");
        studio.settings.showEngines();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.ENGINES);
    }

    private Studio studio(FakeServices services) {
        Studio studio =
                new Studio(services.all(), dialogs, fx, Runnable::run, InstantSource.system());
        studio.start();
        fx.run();
        return studio;
    }
}
