package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Tint;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Verdict;

class HeatMapTest {

    static Stream<Arguments> charts() {
        List<String> many = IntStream.range(0, 16).mapToObj(i -> "image" + i).toList();
        return Stream.of(
                        Arguments.of("one row", Examples.of(0.01, 10, 0.9)),
                        Arguments.of("fourteen rows", Examples.fourteen()),
                        Arguments.of("tenfold", Examples.of(0.02, 6, 10, 0.1, 1, 0.5, 2)),
                        Arguments.of("no intervals", Examples.of(0.01, 1, 0.9, 1.1)),
                        Arguments.of(
                                "three images",
                                Examples.several(
                                        0.01, 10, List.of("a", "b", "c".repeat(200)), 0.9, 1.02)),
                        Arguments.of("sixteen", Examples.several(0.01, 10, many, 0.9, 1.02)))
                .flatMap(chart ->
                        Stream.of(400.0, 900.0)
                                .map(w -> Arguments.of(chart.get()[0], chart.get()[1], w)));
    }

    @ParameterizedTest(name = "{0} in {2} px")
    @MethodSource("charts")
    void nothingIsCutAndNoTextsOverlap(String name, Comparison comparison, double width) {
        Charts.assertNothingIsCutAndNoTextsOverlap(HeatMap.of(comparison, width));
    }

    /// Colour says no more than the verdict does.
    @Test
    void onlyVerdictsAreTinted() {
        Comparison comparison = Examples.several(0.01, 10, List.of("x", "y"), 0.5, 0.8, 1.001, 1.3);
        long claims =
                comparison.candidates().stream()
                        .flatMap(one ->
                                Stream.concat(
                                        Stream.of(one.verdict()),
                                        one.rows().stream().map(row -> row.verdict())))
                        .filter(verdict -> verdict == Verdict.FASTER || verdict == Verdict.SLOWER)
                        .count();

        assertThat(tints(comparison)).hasSize((int) claims);
        assertThat(tints(Examples.of(0.01, 1, 0.8, 1.2))).isEmpty();
    }

    @Test
    void aTintIsStrongerTheFurtherARatioIsFromOne() {
        List<Tint> tints = tints(Examples.of(0, 10, 0.5, 0.8, 1.25));

        assertThat(tints.getFirst().ink()).isEqualTo(Ink.FASTER);
        assertThat(tints.getFirst().strength()).isGreaterThan(tints.get(1).strength());
        assertThat(tints.get(2).ink()).isEqualTo(Ink.SLOWER);
        assertThat(tints).allMatch(tint -> tint.strength() > 0 && tint.strength() <= 0.4);
    }

    @Test
    void everyColumnHasItsName() {
        HeatMap chart = HeatMap.of(Examples.several(0.01, 10, List.of("x", "y"), 0.9), 600);
        assertThat(chart.marks())
                .filteredOn(Label.class::isInstance)
                .extracting(mark -> ((Label) mark).text())
                .contains("1", "2", "1  x", "2  y");
    }

    private static List<Tint> tints(Comparison comparison) {
        return HeatMap.of(comparison, 900).marks().stream()
                .filter(Tint.class::isInstance)
                .map(Tint.class::cast)
                .toList();
    }
}
