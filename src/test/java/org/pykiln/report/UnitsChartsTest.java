package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.bench.ProcessMean;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Curve;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;

/// Rainclouds and step curves.
class UnitsChartsTest {

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    /// Any number of images and units, times from nanoseconds to minutes, equal or far apart, names
    /// of any length.
    private static DatapointUnits random(int seed) {
        var random = new Random(seed);
        double level = Math.pow(10, -9 + 11 * random.nextDouble());
        double noise = random.nextInt(4) == 0 ? 0 : Math.pow(10, -4 + 4 * random.nextDouble());
        double apart = Math.pow(10, 2 * random.nextDouble() - 1);
        var images = new ArrayList<OfImage>();
        int count = 1 + random.nextInt(16);
        for (int i = 0; i < count; i++) {
            double own = random.nextInt(3) == 0 ? level * apart : level;
            int units = 1 + random.nextInt(random.nextBoolean() ? 4 : 60);
            var means = new ArrayList<ProcessMean>();
            for (int round = 1; round <= units; round++) {
                means.add(new ProcessMean(round, own * Math.exp(noise * random.nextGaussian())));
            }
            images.add(new OfImage("M".repeat(1 + random.nextInt(90)), i, means));
        }
        var measures = PerfUnit.values();
        return new DatapointUnits(
                "d".repeat(1 + random.nextInt(80)),
                measures[random.nextInt(measures.length)],
                random.nextBoolean(),
                images);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsCutAndNoTextsOverlap(int seed) {
        for (double width : List.of(400.0, 760.0, 1500.0)) {
            var units = random(seed);
            Charts.assertNothingIsCutAndNoTextsOverlap(RaincloudChart.of(units, width));
            Charts.assertNothingIsCutAndNoTextsOverlap(EcdfChart.of(units, width));
        }
    }

    @Test
    void everyUnitIsADotTwiceAndItsImageHasOneSign() {
        var chart = RaincloudChart.of(Examples.units("nbody", 3, 10, 0.02, 1), 900);
        for (int image = 0; image < 3; image++) {
            var sign = Sign.of(image);
            assertThat(dots(chart, sign)).as("%s", sign).hasSize(2 * 10 + 1);
        }
    }

    /// Drift is what the timeline is for: later units lie further right and, when slower, higher.
    @Test
    void theTimelineRunsInTheOrderOfTheRounds() {
        var slower = new ArrayList<ProcessMean>();
        for (int round : List.of(3, 1, 4, 2)) {
            slower.add(new ProcessMean(round, 0.01 * round));
        }
        var units =
                new DatapointUnits(
                        "x", PerfUnit.SECOND, true, List.of(new OfImage("a", 0, slower)));
        var line =
                RaincloudChart.of(units, 900).marks().stream()
                        .filter(Curve.class::isInstance)
                        .map(Curve.class::cast)
                        .filter(curve -> curve.points().size() == 4)
                        .findFirst()
                        .orElseThrow();
        assertThat(line.points().stream().map(Mark.Point::x).toList()).isSorted();
        assertThat(line.points().reversed().stream().map(Mark.Point::y).toList()).isSorted();
    }

    @Test
    void aCurveClimbsToAllOfItsUnits() {
        var chart = EcdfChart.of(Examples.units("nbody", 1, 4, 0.02, 1), 900);
        var curve =
                chart.marks().stream()
                        .filter(Curve.class::isInstance)
                        .map(Curve.class::cast)
                        .findFirst()
                        .orElseThrow();
        double bottom = curve.points().getFirst().y();
        double top = curve.points().getLast().y();
        var steps =
                curve.points().stream().map(Mark.Point::y).map(y -> (bottom - y) / (bottom - top));
        assertThat(steps.distinct().toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void theDescriptionTellsDriftInWords() {
        var means = Stream.of(1.0, 1.0, 1.1, 1.1).toList();
        var units = new ArrayList<ProcessMean>();
        means.forEach(mean -> units.add(new ProcessMean(units.size() + 1, mean)));
        var chart =
                RaincloudChart.of(
                        new DatapointUnits(
                                "x", PerfUnit.SECOND, false, List.of(new OfImage("a", 0, units))),
                        900);
        assertThat(chart.description())
                .startsWith("x. a: 4 units, mean 1.0")
                .contains("the second half of the run took 10.0 % longer.");
        assertThat(texts(chart)).contains("order in the file").doesNotContain("round");
    }

    @Test
    void fewUnitsHaveNoCloud() {
        var few = RaincloudChart.of(Examples.units("x", 2, 2, 0.02, 1), 900);
        assertThat(few.marks()).noneMatch(Mark.Area.class::isInstance);
        var more = RaincloudChart.of(Examples.units("x", 2, 3, 0.02, 1), 900);
        assertThat(more.marks().stream().filter(Mark.Area.class::isInstance)).hasSize(2);
    }

    @Test
    void anAxisStandsWhereLogarithmsSay() {
        var axis = new ValueAxis(0, 300, 0.001, 1, new Scale(1e-3, "ms"));
        assertThat(axis.at(0.01)).isEqualTo(100, Offset.offset(1e-9));
        assertThat(axis.ticks().stream().map(ValueAxis.Tick::label))
                .containsExactly("1", "3", "10", "30", "100", "300", "1000");
    }

    private static List<Dot> dots(Chart chart, Sign sign) {
        return chart.marks().stream()
                .filter(Dot.class::isInstance)
                .map(Dot.class::cast)
                .filter(dot -> dot.shape() == sign.shape() && dot.ink() == sign.ink())
                .toList();
    }

    private static List<String> texts(Chart chart) {
        return chart.marks().stream()
                .filter(Label.class::isInstance)
                .map(mark -> ((Label) mark).text())
                .toList();
    }
}
