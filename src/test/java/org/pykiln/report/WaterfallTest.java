package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.report.Mark.Band;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Shape;
import org.pykiln.stats.Verdict;
import org.pykiln.testing.Golden;

class WaterfallTest {

    private static final Offset<Double> PIXEL = Offset.offset(1e-6);

    static Stream<Arguments> waterfalls() {
        String long1 = "a".repeat(90);
        String long2 = "W".repeat(90);
        return Stream.of(
                        Arguments.of("usual", Waterfalls.usual()),
                        Arguments.of("one step", Waterfalls.of(0.004, 10, 3, "a", "b", 0.9)),
                        Arguments.of("slower", Waterfalls.of(0.004, 10, 3, "a", "b", 1.2, 1.4)),
                        Arguments.of(
                                "back and forth", Waterfalls.of(0.01, 6, 3, "a", "b", 2, 0.3, 3)),
                        Arguments.of("equal", Waterfalls.of(0.001, 6, 3, "a", "b", 1, 1, 1)),
                        Arguments.of("no spread", Waterfalls.of(0, 6, 3, "a", "b", 0.9, 1, 1)),
                        Arguments.of("wide", Waterfalls.of(0.2, 2, 1, "a", "b", 0.9, 1.1, 0.8)),
                        Arguments.of("no intervals", Waterfalls.of(0.01, 1, 3, "a", "b", 0.9, 1.1)),
                        Arguments.of(
                                "long names", Waterfalls.of(0.01, 6, 3, long1, long2, 0.9, 0.9)),
                        Arguments.of(
                                "twenty steps",
                                Waterfalls.of(
                                        0.004,
                                        10,
                                        3,
                                        "a",
                                        "b",
                                        Stream.generate(() -> 0.97)
                                                .limit(20)
                                                .mapToDouble(x -> x)
                                                .toArray())))
                .flatMap(one ->
                        Stream.of(400.0, 944.0, 1600.0)
                                .map(w -> Arguments.of(one.get()[0], one.get()[1], w)));
    }

    @ParameterizedTest(name = "{0} in {2} px")
    @MethodSource("waterfalls")
    void nothingIsCutAndNoTextsOverlap(String name, Waterfall waterfall, double width) {
        var chart = WaterfallChart.of(waterfall, width);
        Charts.assertNothingIsCutAndNoTextsOverlap(chart);
        assertThat(chart.marks())
                .allSatisfy(mark -> {
                    if (mark instanceof Label label) {
                        assertThat(label.y()).isLessThan(chart.height());
                    }
                });
    }

    @Test
    void aBarEndsWhereTheNextOneStarts() {
        var bars = bars(WaterfallChart.of(Waterfalls.of(0, 6, 2, "a", "b", 0.8, 0.9, 1.1), 900));
        assertThat(bars).hasSize(4);
        assertThat(right(bars.get(1))).isEqualTo(bars.get(0).x(), PIXEL);
        assertThat(bars.get(2).x()).isEqualTo(bars.get(1).x(), PIXEL);
        assertThat(bars)
                .extracting(Band::ink)
                .containsExactly(Ink.FASTER, Ink.FASTER, Ink.SLOWER, Ink.FASTER);
        assertThat(bars.get(3).x())
                .as("the whole ends with the last step")
                .isEqualTo(right(bars.get(2)), PIXEL);
        assertThat(right(bars.get(3)))
                .as("and starts with the first")
                .isEqualTo(right(bars.get(0)), PIXEL);
    }

    /// Without colour too: only what was claimed is filled, and each verdict has its sign.
    @Test
    void aVerdictIsSeenWithoutColour() {
        var waterfall = Waterfalls.usual();
        var chart = WaterfallChart.of(waterfall, 944);
        var verdicts =
                Stream.concat(
                                waterfall.steps().stream().map(step -> step.candidate().verdict()),
                                Stream.of(waterfall.last().verdict()))
                        .toList();
        assertThat(verdicts).contains(Verdict.FASTER, Verdict.SLOWER, Verdict.SAME);
        assertThat(dots(chart).stream().map(Dot::shape).toList())
                .isEqualTo(verdicts.stream().map(ForestLayout::shape).toList());
        assertThat(bars(chart))
                .hasSize(
                        (int)
                                verdicts.stream()
                                        .filter(v -> v == Verdict.FASTER || v == Verdict.SLOWER)
                                        .count());
    }

    @Test
    void anIntervalThatLeavesTheAxisEndsInAnArrow() {
        var chart = WaterfallChart.of(Waterfalls.of(0.2, 2, 1, "a", "b", 0.99, 1.01, 1), 944);
        assertThat(dots(chart)).extracting(Dot::shape).contains(Shape.LEFT, Shape.RIGHT);
    }

    @Test
    void levelsAreTheProductsOfTheSteps() {
        var waterfall = Waterfalls.usual();
        assertThat(waterfall.levels()).hasSize(7).startsWith(1.0);
        assertThat(waterfall.levels().getLast())
                .isCloseTo(waterfall.last().geomean().ratio(), Offset.offset(1e-12));
    }

    // Files

    @Test
    void chart() {
        var chart = WaterfallChart.of(Waterfalls.usual(), 944);
        Golden.check("report/waterfall.svg", Svg.standalone(chart, Palette.LIGHT));
        Golden.check("report/waterfall-dark.svg", Svg.standalone(chart, Palette.DARK));
    }

    @Test
    void pages() {
        Golden.check("report/waterfall.html", WaterfallHtml.of(Waterfalls.usual()));
        Golden.check("report/waterfall.md", WaterfallMarkdown.of(Waterfalls.usual()));
        Golden.check("report/waterfall.csv", WaterfallCsv.of(Waterfalls.usual()));
        Golden.check("report/waterfall.json", WaterfallJson.of(Waterfalls.usual()));
    }

    @Test
    void htmlNeedsNoNetworkAndRunsNothing() {
        assertThat(WaterfallHtml.of(Waterfalls.usual()).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "url(", "<script", "<link", "@import", "src=");
    }

    @Test
    void hostileTextInjectsNothing() {
        String evil = "<img src=x onerror=alert(1)>\"'\u202e|";
        var waterfall = Waterfalls.of(0.01, 6, 2, evil, evil, 0.9, 0.8);
        assertThat(WaterfallHtml.of(waterfall)).doesNotContain("<img", "\u202e");
        assertThat(Svg.standalone(WaterfallChart.of(waterfall, 900), Palette.LIGHT))
                .doesNotContain("<img", "\u202e");
        assertThat(WaterfallMarkdown.of(waterfall).replace("\\<", "").replace("<br>", ""))
                .doesNotContain("<");
    }

    @Test
    void everyRowOfTheTablesHasAsManyCells() {
        var lines = WaterfallMarkdown.of(Waterfalls.usual()).lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("| ")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.replace("\\|", "").split("\\|").length - 1).isIn(5, 6, 8));
        var csv = WaterfallCsv.of(Waterfalls.usual()).split("\r\n");
        assertThat(csv).hasSize(1 + 7 * (6 + 1) + 7);
        assertThat(csv).allSatisfy(line -> assertThat(line.split(",", -1)).hasSizeBetween(19, 20));
    }

    @Test
    void jsonHoldsEveryStepWithItsInterval() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(WaterfallJson.of(Waterfalls.usual()));
        assertThat(json.path("steps")).hasSize(6);
        assertThat(json.path("steps"))
                .allSatisfy(step -> {
                    double ratio = step.path("geomean").path("ratio").asDouble();
                    assertThat(ratio)
                            .isBetween(
                                    step.path("geomean").path("low").asDouble(),
                                    step.path("geomean").path("high").asDouble());
                    assertThat(step.path("rows")).hasSize(6);
                    assertThat(step.path("knobs")).isNotEmpty();
                });
        assertThat(json.path("withouts").path(1).path("obstacle").asText())
                .isEqualTo("BOLT needs PGO.");
    }

    private static double right(Band bar) {
        return bar.x() + bar.width();
    }

    /// From top to bottom.
    private static List<Band> bars(WaterfallChart chart) {
        return chart.marks().stream()
                .filter(Band.class::isInstance)
                .map(Band.class::cast)
                .filter(band -> band.ink() == Ink.FASTER || band.ink() == Ink.SLOWER)
                .sorted(Comparator.comparingDouble(Band::y))
                .toList();
    }

    private static List<Dot> dots(WaterfallChart chart) {
        return chart.marks().stream().filter(Dot.class::isInstance).map(Dot.class::cast).toList();
    }
}
