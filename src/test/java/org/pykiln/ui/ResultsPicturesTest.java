package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of the parts of Results, in both themes, for eyes.
class ResultsPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;

    private final ManualScheduler fx = new ManualScheduler();
    private Optional<Scene> scene = Optional.empty();

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void everyPartIsDrawn(Themes.Choice theme) {
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            Studio studio =
                    new Studio(
                            new FakeServices(folder).all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
            scene = Optional.of(MainWindow.scene(studio, themes, 1440, 900));
            studio.start();
            studio.navigation.show(Section.RESULTS);
            fx.run();
            take(themes, "results-none");
            studio.results.open(List.of(Path.of("three")));
            fx.run();
            studio.table.verdicts().add(Verdict.FASTER);
            studio.table.text().set("n");
            take(themes, "results-filtered");
            studio.table.showAll();
            studio.table.quantity().set(Quantity.MEMORY);
            studio.results.unfolded().set(true);
            take(themes, "results-memory");
            studio.results.unfolded().set(false);
            studio.charts.open("nbody");
            take(themes, "results-disturbed");
            studio.charts.back();
            select(1);
            take(themes, "results-images");
            select(2);
            fx.run();
            take(themes, "results-knob");
        });
        assertThat(PICTURES.resolve("results-knob-" + theme.word() + ".png")).exists();
    }

    private void select(int part) {
        if (scene.orElseThrow().lookup("#parts") instanceof TabPane parts) {
            parts.getSelectionModel().select(part);
        }
    }

    private void take(Themes themes, String name) {
        for (int width : List.of(1440, 1100)) {
            Scene before = scene.orElseThrow();
            Parent root = before.getRoot();
            before.setRoot(new Group());
            Scene next = new Scene(root, width, width == 1440 ? 900 : 700);
            themes.dress(next);
            root.applyCss();
            root.layout();
            fx.run();
            root.layout();
            String size = width == 1440 ? "" : "-small";
            Toolkit.write(
                    next.snapshot(null),
                    PICTURES.resolve(name + size + "-" + themes.choice().get().word() + ".png"));
            scene = Optional.of(next);
        }
    }
}
