package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

/// Pictures of the section Builds, in both themes, for eyes.
class BuildsScreenshotTest {
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
    void takesPicturesOfBuilds(Themes.Choice theme) {
        Toolkit.run(() -> {
            FakeServices services = new FakeServices(folder);
            services.breaksBuild = true;
            run(services, theme, "2026-11-21T09:12:00Z");
            services.breaksBuild = false;
            services.breaksProof = true;
            Run before = run(services, theme, "2026-11-22T17:40:00Z");
            before.studio.builds.showLayers();
            before.take("layers");
            before.studio.builds.selected().set(before.studio.builds.entries().getLast());
            before.fx.run();
            before.studio.jobs.log().goTo(8);
            before.studio.jobs.log().find().query().set("obj1[");
            before.studio.jobs.log().find().regex().set(true);
            before.take("step");
            before.studio.jobs.log().onlyStep().set(true);
            before.studio.jobs.log().find().query().set("obj1[23]");
            before.take("only-step");
        });
        assertThat(PICTURES.resolve("builds-layers-" + theme.word() + ".png")).exists();
    }

    private static Run run(FakeServices services, Themes.Choice theme, String time) {
        Run run = new Run(services, theme, Instant.parse(time));
        run.studio.builds.build();
        run.fx.run();
        run.studio.navigation.dismiss();
        return run;
    }

    private static final class Run {
        final ManualScheduler fx = new ManualScheduler();
        final Studio studio;
        final Scene scene;
        final Themes.Choice theme;

        Run(FakeServices services, Themes.Choice theme, Instant now) {
            this.theme = theme;
            studio =
                    new Studio(
                            services.all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.fixed(now));
            Themes themes = new Themes();
            themes.choice().set(theme);
            scene = MainWindow.scene(studio, themes, 1440, 900);
            studio.start();
            fx.run();
            studio.shell.show(Section.BUILDS);
        }

        void take(String name) {
            fx.run();
            scene.snapshot(null);
            fx.run();
            Toolkit.write(
                    scene.snapshot(null),
                    PICTURES.resolve("builds-" + name + "-" + theme.word() + ".png"));
        }
    }
}
