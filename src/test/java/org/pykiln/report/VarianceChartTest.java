package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.testing.Golden;

class VarianceChartTest {

    static Stream<Arguments> charts() {
        return Stream.of(
                        Variances.ofBuilds(),
                        Variances.ofSingleBuilds(),
                        Variances.many(1, "x"),
                        Variances.many(40, "a_benchmark_with_a_name_that_goes_on_and_on_for_long_"))
                .flatMap(one -> Stream.of(400.0, 944.0, 1600.0).map(w -> Arguments.of(one, w)));
    }

    @ParameterizedTest(name = "{1} px")
    @MethodSource("charts")
    void nothingIsCutAndNoTextsOverlap(Variance variance, double width) {
        Charts.assertNothingIsCutAndNoTextsOverlap(VarianceChart.of(variance, width));
    }

    @Test
    void chart() {
        var chart = VarianceChart.of(Variances.ofBuilds(), 944);
        Golden.check("report/variance.svg", Svg.standalone(chart, Palette.LIGHT));
        Golden.check("report/variance-dark.svg", Svg.standalone(chart, Palette.DARK));
    }

    /// Each level has a form of its own: builds are filled, processes are hatched on a tint, and
    /// iterations have an outline alone.
    @Test
    void levelsAreToldApartWithoutColour() {
        var marks = VarianceChart.of(Variances.ofBuilds(), 944).marks();
        assertThat(marks.stream().filter(Mark.Band.class::isInstance).map(Mark::ink))
                .contains(Ink.BUILD)
                .doesNotContain(Ink.PROCESS, Ink.ITERATION);
        assertThat(marks.stream().filter(Mark.Tint.class::isInstance).map(Mark::ink).distinct())
                .containsExactly(Ink.PROCESS);
        assertThat(marks.stream().filter(Mark.Line.class::isInstance).map(Mark::ink))
                .contains(Ink.PROCESS, Ink.ITERATION)
                .doesNotContain(Ink.BUILD);
    }

    @Test
    void theDescriptionSaysWhatTheBarsShow() {
        var chart = VarianceChart.of(Variances.ofSingleBuilds(), 944);
        assertThat(chart.description())
                .contains("nbody: processes make", "all datapoints:", "is not known");
    }

    @Test
    void theTextHasALineForEachDatapoint() {
        assertThat(Variances.ofBuilds().text().lines())
                .hasSize(2 + 4 + 1 + 1)
                .anySatisfy(line -> assertThat(line).matches("  nbody +97 % +2 % +0 % {3}builds"));
        assertThat(Variances.ofSingleBuilds().text()).contains("not known");
    }

    @Test
    void jsonHoldsSharesThatAddUp() throws Exception {
        var json =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                AnalysisJson.of(Examples.fourteen(), List.of())
                                        .withVariances(
                                                List.of(
                                                        Variances.ofBuilds(),
                                                        Variances.ofSingleBuilds()))
                                        .text());
        assertThat(json.path("candidates")).hasSize(1);
        JsonNode rows = json.path("variance").path(0).path("rows");
        assertThat(rows).hasSize(4);
        JsonNode shares = rows.path(0).path("shares");
        assertThat(
                        shares.path("build").asDouble()
                                + shares.path("process").asDouble()
                                + shares.path("iteration").asDouble())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(rows.path(2).path("repeat").asText()).isEqualTo("iteration");
        JsonNode single = json.path("variance").path(1).path("suite");
        assertThat(single.path("shares").path("build").isNull()).isTrue();
    }
}
