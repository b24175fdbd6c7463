package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.Contrast;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Every word of every section can be read: it stands out from what is behind it, and where it is
/// cut a tooltip has the rest.
class LegibleTest {
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
    void everySectionCanBeRead(Themes.Choice theme) {
        Set<String> wrong = new TreeSet<>();
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            Studio studio = studio();
            Scene scene = MainWindow.scene(studio, themes, 1440, 900);
            fx.run();
            for (Section section : Section.values()) {
                studio.navigation.show(section);
                fx.run();
                look(section, layOut(scene, 1440, 900), wrong);
                look(section, layOut(scene, 1100, 700), wrong);
            }
            studio.navigation.show(Section.CONFIGURE);
            studio.preview.dialect().set(Dialect.BUILDKIT);
            studio.preview.find().ask();
            studio.preview.find().query().set("s");
            look(Section.CONFIGURE, layOut(scene, 1100, 700), wrong);
            studio.preview.diff().against().set(studio.preview.diff().choices().get(3));
            studio.preview.diff().toggle();
            look(Section.CONFIGURE, layOut(scene, 1440, 1400), wrong);
            look(Section.CONFIGURE, layOut(scene, 1100, 700), wrong);
        });
        assertThat(wrong).isEmpty();
    }

    private static List<Text> layOut(Scene scene, int width, int height) {
        Parent root = scene.getRoot();
        root.resize(width, height);
        root.applyCss();
        root.layout();
        return texts(root);
    }

    private static void look(Section section, List<Text> texts, Set<String> wrong) {
        for (Text text : texts) {
            double contrast = contrast(text);
            if (contrast < Contrast.TEXT) {
                wrong.add("%s, faint: %.1f %s".formatted(section, contrast, text.getText()));
            }
            if (text.getParent() instanceof Labeled label
                    && label.getTooltip() == null
                    && label.getText() != null
                    && !label.getText().equals(text.getText())) {
                wrong.add("%s, cut: %s".formatted(section, label.getText()));
            }
        }
    }

    private Studio studio() {
        FakeServices services = new FakeServices(folder);
        services.breaksProof = true;
        Studio studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        fx.run();
        studio.builds.build();
        studio.measure.open();
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        choose(studio, "lto", "thin");
        choose(studio, "architecture", "s390x");
        choose(studio, "allocator", "jemalloc");
        return studio;
    }

    private static void choose(Studio studio, String id, String value) {
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals(id))
                .forEach(knob -> knob.choose(value));
    }

    /// Those that are shown and can be used; what is disabled may be faint. What is typed scrolls.
    private static List<Text> texts(Node node) {
        if (!node.isVisible() || node.isDisabled() || node instanceof TextInputControl) {
            return List.of();
        }
        if (node instanceof Text text) {
            boolean words = !text.getText().isBlank() && !(text instanceof FontIcon);
            return words ? List.of(text) : List.of();
        }
        List<Text> found = new ArrayList<>();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }

    private static double contrast(Text text) {
        return text.getFill() instanceof Color fill
                ? Contrast.of(fill, Contrast.behind(text.getParent()))
                : Double.MAX_VALUE;
    }
}
