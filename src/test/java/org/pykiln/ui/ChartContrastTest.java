package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Palette;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.Contrast;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// What charts draw can be seen on what the window really has behind it: texts by 4.5 : 1, also
/// those on coloured cells, and marks that mean something by 3 : 1.
class ChartContrastTest {
    @TempDir Path folder;

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void everyKindCanBeSeen(Themes.Choice theme) {
        Set<String> faint = new TreeSet<>();
        Toolkit.run(() -> {
            Themes themes = new Themes();
            themes.choice().set(theme);
            Palette palette = theme == Themes.Choice.DARK ? Palette.DARK : Palette.LIGHT;
            // to guide the eye, and not to be read
            Set<Color> quiet =
                    Set.of(
                            Color.web(palette.grid()),
                            Color.web(palette.stripe()),
                            Color.web(palette.zone()),
                            Color.web(palette.background()));
            Studio studio = studio();
            Scene scene = MainWindow.scene(studio, themes, 1440, 900);
            for (ChartKind kind : List.copyOf(studio.charts.kinds())) {
                studio.charts.kind().set(kind);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                Parent chart = (Parent) scene.lookup("#drawn-chart");
                List<Node> marks = chart.getChildrenUnmodifiable();
                assertThat(marks).as(kind.label()).hasSizeGreaterThan(5);
                for (int i = 0; i < marks.size(); i++) {
                    look(kind, marks, i, Contrast.behind(chart), quiet, faint);
                }
            }
        });
        assertThat(faint).isEmpty();
    }

    private static void look(
            ChartKind kind,
            List<Node> marks,
            int at,
            Color page,
            Set<Color> quiet,
            Set<String> faint) {
        if (!(marks.get(at) instanceof Shape mark) || !mark.isVisible() || mark.getOpacity() < 1) {
            return;
        }
        Color colour = colour(mark).orElse(page);
        if (mark instanceof Text text) {
            double contrast = Contrast.of(colour, below(marks, at, page));
            if (contrast < Contrast.TEXT) {
                faint.add("%s: %.1f %s".formatted(kind, contrast, text.getText()));
            }
        } else if (!quiet.contains(colour) && Contrast.of(colour, page) < Contrast.GRAPHICS) {
            faint.add("%s: %.1f %s".formatted(kind, Contrast.of(colour, page), colour));
        }
    }

    private static Optional<Color> colour(Shape mark) {
        return mark.getFill() instanceof Color fill
                ? Optional.of(fill)
                : Optional.ofNullable(mark.getStroke() instanceof Color stroke ? stroke : null);
    }

    /// What was drawn under the middle of a mark before it.
    private static Color below(List<Node> marks, int at, Color page) {
        Bounds place = marks.get(at).getBoundsInParent();
        Color below = page;
        for (Node node : marks.subList(0, at)) {
            if (node instanceof Shape shape
                    && !(shape instanceof Text)
                    && shape.isVisible()
                    && shape.getFill() instanceof Color fill
                    && shape.contains(
                            shape.parentToLocal(place.getCenterX(), place.getCenterY()))) {
                below = Contrast.over(fill.deriveColor(0, 1, 1, shape.getOpacity()), below);
            }
        }
        return below;
    }

    private Studio studio() {
        ManualScheduler fx = new ManualScheduler();
        Studio studio =
                new Studio(
                        new FakeServices(folder).all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        fx.run();
        studio.navigation.show(Section.RESULTS);
        studio.results.open(List.of(Path.of("three")));
        fx.run();
        return studio;
    }
}
