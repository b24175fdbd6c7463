package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.report.Mark.Diamond;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Line;
import org.pykiln.report.Mark.Shape;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;

class ForestChartTest {

    private static final Offset<Double> PIXEL = Offset.offset(1e-6);

    static Stream<Arguments> charts() {
        return Stream.of(
                        Arguments.of("one row", Examples.of(0.01, 10, 0.9)),
                        Arguments.of("fourteen rows", Examples.fourteen()),
                        Arguments.of("sixty rows", sixty()),
                        Arguments.of("tenfold", Examples.of(0.02, 6, 10, 0.1, 1, 0.5, 2)),
                        Arguments.of("a thousand times", Examples.of(0.02, 6, 1000, 0.001, 1)),
                        Arguments.of("one per mille", Examples.of(0.0003, 10, 0.999, 1.001, 1)),
                        Arguments.of("wide intervals", Examples.of(0.1, 2, 0.9, 1.1, 0.8)),
                        Arguments.of("no intervals", Examples.of(0.01, 1, 0.9, 1.1)),
                        Arguments.of("no spread", Examples.of(0, 6, 0.9, 1, 1)),
                        Arguments.of(
                                "three images",
                                Examples.several(
                                        0.01, 10, List.of("a", "b", "c".repeat(60)), 0.9, 1.02)),
                        Arguments.of("long names", longNames()))
                .flatMap(chart ->
                        Stream.of(400.0, 700.0, 1600.0)
                                .map(w -> Arguments.of(chart.get()[0], chart.get()[1], w)));
    }

    @ParameterizedTest(name = "{0} in {2} px")
    @MethodSource("charts")
    void nothingIsCutAndNoTextsOverlap(String name, Comparison comparison, double width) {
        var chart = ForestChart.of(comparison, width);
        Charts.assertNothingIsCutAndNoTextsOverlap(chart);
    }

    @Test
    void aRatioStandsWhereTheLogarithmSays() {
        var chart = ForestChart.of(Examples.of(0.0, 6, 0.5, 2, 0.25), 900);
        var dots = dots(chart);
        double one = unity(chart);
        assertThat(dots).hasSize(3);
        double half = one - dots.get(1).x();
        assertThat(dots.get(2).x() - one).isEqualTo(half, PIXEL);
        assertThat(one - dots.get(0).x()).isEqualTo(2 * half, PIXEL);
    }

    @Test
    void rowsAreSortedByEffectAndTheGeometricMeanComesLast() {
        var chart = ForestChart.of(Examples.of(0.01, 10, 1.2, 0.8, 1.0), 900);
        assertThat(chart.targets())
                .extracting(Target::datapoint)
                .containsExactly("deltablue", "json_loads", "nbody", null);
        assertThat(chart.marks().stream().filter(Diamond.class::isInstance)).hasSize(1);
        assertThat(chart.targets().getFirst().text())
                .startsWith("deltablue: debian-o3 is 1.2")
                .contains("x faster than debian-o2");
    }

    @Test
    void everyVerdictHasAShapeOfItsOwn() {
        var shapes =
                dots(ForestChart.of(Examples.of(0.006, 10, 0.5, 2, 1, 0.992), 900)).stream()
                        .map(Dot::shape)
                        .toList();
        assertThat(shapes).containsExactly(Shape.DISC, Shape.RING, Shape.BAR, Shape.SQUARE);
    }

    @Test
    void anIntervalThatLeavesTheAxisEndsInAnArrow() {
        var shapes =
                dots(ForestChart.of(Examples.of(0.1, 2, 0.9, 1.1, 0.8), 900)).stream()
                        .map(Dot::shape);
        assertThat(shapes).contains(Shape.LEFT, Shape.RIGHT, Shape.RING);
    }

    @Test
    void aShortenedNameKeepsItsFullText() {
        var chart = ForestChart.of(longNames(), 640);
        assertThat(chart.marks())
                .filteredOn(Label.class::isInstance)
                .extracting(mark -> (Label) mark)
                .anySatisfy(label -> {
                    assertThat(label.text()).contains("…");
                    assertThat(label.full()).isEqualTo("n".repeat(80));
                });
    }

    private static List<Dot> dots(ForestChart chart) {
        return chart.marks().stream().filter(Dot.class::isInstance).map(Dot.class::cast).toList();
    }

    private static double unity(ForestChart chart) {
        return chart.marks().stream()
                .filter(mark -> mark instanceof Line line && line.ink() == Ink.AXIS)
                .mapToDouble(mark -> ((Line) mark).x1())
                .findFirst()
                .orElseThrow();
    }

    private static Comparison sixty() {
        var random = new SplittableRandom(3);
        double[] ratios = random.doubles(60).map(u -> Math.exp(-0.05 + 0.3 * (u - 0.5))).toArray();
        return Examples.of(0.02, 6, ratios);
    }

    private static Comparison longNames() {
        var samples = new LinkedHashMap<String, Sample>();
        samples.put("n".repeat(80), Sample.of(1, 1.01, 0.99));
        samples.put("W".repeat(80), Sample.of(1, 1.01, 0.99));
        return Analysis.compare(
                new Measurements("registry/" + "b".repeat(100), samples),
                List.of(new Measurements("registry/" + "c".repeat(100), samples)),
                EquivalenceZone.ONE_PERCENT);
    }
}
