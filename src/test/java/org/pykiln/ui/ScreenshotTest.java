package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.recipe.Catalogue;
import org.pykiln.report.ChartKind;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of every section, in both themes, for eyes.
class ScreenshotTest {
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
    void takesPicturesOfEverySection(Themes.Choice theme) {
        Toolkit.run(() -> {
            Desk desk = new Desk(folder, theme);
            desk.take("configure-same", 1440, 900);
            turn(desk, "lto", "full");
            turn(desk, "pgo", "on");
            turn(desk, "allocator", "jemalloc");
            desk.studio.recipes.focused().set("lto");
            desk.studio.recipes.hovered().set("lto");
            desk.take("configure", 1440, 900);
            desk.take("configure-small", 1100, 700);
            desk.studio.zoom.set(150);
            desk.take("zoomed", 1440, 900);
            desk.studio.zoom.reset();
            desk.studio.shell.run(Shortcut.PALETTE);
            desk.take("palette", 1440, 900);
            if (desk.scene.lookup("#palette-query") instanceof TextField query) {
                query.setText("gcc");
            }
            desk.take("palette-found", 1440, 900);
            if (desk.scene.lookup("#veil") instanceof Node veil) {
                assertThat(veil.isVisible()).isTrue();
            }
            desk.hidePalette();
            desk.studio.recipes.hovered().set("");
            turn(desk, "architecture", "arm/v6");
            turn(desk, "lto", "thin");
            desk.studio.builds.build();
            desk.take("configure-errors", 1440, 900);
            desk.studio.navigation.dismiss();
            desk.studio.configure.onlyChanged().set(true);
            desk.take("configure-changed", 1440, 900);
            desk.studio.configure.showAll();
            desk.studio.recipes.undo();
            desk.studio.recipes.undo();
            desk.studio.configure.search().set("memory");
            desk.take("configure-search", 1440, 900);
            desk.studio.configure.search().set("no such knob");
            desk.take("configure-nothing", 1440, 900);
            desk.studio.configure.search().set("");
            turn(desk, "architecture", "s390x");
            turn(desk, "base", "fedora:44");
            desk.studio.recipes.focused().set("architecture");
            desk.take("configure-elsewhere", 1440, 900);
            desk.studio.recipes.undo();
            desk.studio.recipes.undo();
            for (int group = 0; group < desk.studio.configure.groups().size(); group++) {
                desk.studio.configure.groups().get(group).folded().set(group < 3);
            }
            desk.studio.recipes.focused().set("stack-protector");
            desk.take("configure-folded", 1440, 900);
            desk.studio.recipes.focused().set("packages");
            desk.take("configure-end-small", 1100, 700);
            desk.take("configure-end", 1440, 900);
            desk.studio.configure.foldAll(false);
            desk.studio.navigation.show(Section.ENGINES);
            desk.take("engines", 1440, 900);
            desk.take("engines-small", 1100, 700);
            desk.services.breaksProof = true;
            desk.studio.builds.build();
            desk.fx.run();
            desk.take("builds", 1440, 900);
            desk.take("builds-small", 1100, 700);
            desk.services.breaksBuild = true;
            desk.studio.builds.build();
            desk.fx.run();
            desk.take("builds-failed", 1440, 900);
            desk.studio.navigation.dismiss();
            desk.studio.measure.open();
            desk.fx.run();
            desk.studio.measure.subjects().get(1).picked().set(true);
            desk.take("measure", 1440, 900);
            desk.take("measure-small", 1100, 700);
            desk.studio.shell.show(Section.RESULTS);
            desk.fx.run();
            desk.take("results-empty", 1440, 900);
            desk.studio.results.open(List.of(Path.of("session")));
            desk.fx.run();
            desk.take("results", 1440, 900);
            desk.take("results-small", 1100, 700);
            desk.studio.replay.open().set(true);
            desk.fx.run();
            desk.take("results-replay", 1440, 900);
            desk.take("results-replay-small", 1100, 700);
            desk.studio.replay.open().set(false);
            desk.studio.results.open(List.of(Path.of("three")));
            desk.fx.run();
            desk.take("results-several", 1440, 900);
            for (ChartKind kind : desk.studio.charts.kinds()) {
                desk.studio.charts.kind().set(kind);
                desk.take("results-" + kind.id(), 1440, 900);
                desk.take("results-" + kind.id() + "-small", 1100, 700);
            }
        });
        assertThat(PICTURES.resolve("results-heat-" + word(theme) + ".png")).exists();
        assertThat(PICTURES.resolve("results-" + word(theme) + ".png")).exists();
    }

    @Test
    void takesPicturesWithoutAnEngine() {
        Toolkit.run(() -> {
            Desk desk = new Desk(folder, Themes.Choice.LIGHT);
            desk.services.hasEngine = false;
            desk.studio.engine.refresh();
            desk.fx.run();
            desk.studio.builds.build();
            desk.fx.run();
            desk.take("no-engine-builds", 1440, 900);
            desk.studio.navigation.dismiss();
            desk.studio.measure.open();
            desk.fx.run();
            desk.studio.measure.start();
            desk.fx.run();
            desk.take("no-engine-measure", 1440, 900);
            desk.studio.navigation.dismiss();
            desk.studio.navigation.show(Section.ENGINES);
            desk.take("no-engine-engines", 1440, 900);
        });
        assertThat(Files.exists(PICTURES.resolve("no-engine-builds-light.png"))).isTrue();
    }

    private static void turn(Desk desk, String knob, String value) {
        desk.studio.configure.knobs().stream()
                .filter(k -> k.id().equals(Catalogue.knob(knob).id()))
                .forEach(k -> k.choose(value));
    }

    private static String word(Themes.Choice theme) {
        return theme.word();
    }

    /// A window that is not shown: the headless screen is too small for it.
    private static final class Desk {
        final ManualScheduler fx = new ManualScheduler();
        final FakeServices services;
        final Studio studio;
        Scene scene;
        final Themes themes = new Themes();
        final Themes.Choice theme;

        Desk(Path folder, Themes.Choice theme) {
            this.theme = theme;
            services = new FakeServices(folder);
            studio =
                    new Studio(
                            services.all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
            themes.choice().set(theme);
            scene = MainWindow.scene(studio, themes, 1440, 900);
            studio.start();
            fx.run();
        }

        void hidePalette() {
            scene.lookup("#palette-query")
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ESCAPE,
                                    false,
                                    false,
                                    false,
                                    false));
        }

        void take(String name, int width, int height) {
            Parent root = scene.getRoot();
            scene.setRoot(new Group());
            Scene next = new Scene(root, width, height);
            themes.dress(next);
            root.applyCss();
            root.layout();
            fx.run();
            root.layout();
            WritableImage image = next.snapshot(null);
            scene = next;
            Toolkit.write(image, PICTURES.resolve(name + "-" + word(theme) + ".png"));
        }
    }
}
