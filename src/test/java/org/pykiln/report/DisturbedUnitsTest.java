package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.bench.ProcessMean;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.report.DatapointUnits.Disturbed;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Mark.Dot;
import org.pykiln.report.Mark.Label;
import org.pykiln.report.Mark.Shape;

/// Units of disturbed rounds, which are shown and take part in nothing.
class DisturbedUnitsTest {
    private static final int EXTRA = 100_007;

    /// Rounds 1 to 10, of which the seventh was disturbed and measured again.
    private static DatapointUnits units(double disturbed) {
        var units = new ArrayList<ProcessMean>();
        for (int round = 1; round <= 10; round++) {
            if (round != 7) {
                units.add(new ProcessMean(round, 0.01 + 1e-5 * round));
            }
        }
        units.add(new ProcessMean(EXTRA, 0.01005));
        var apart = new Disturbed(new ProcessMean(7, disturbed), "others used 40 % of the CPU");
        return new DatapointUnits(
                "nbody",
                PerfUnit.SECOND,
                true,
                List.of(new OfImage("o2", 0, units, List.of(apart))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0102, 0.5, 0.0001})
    void theyAreRingedAndNothingElseChanges(double disturbed) {
        var with = units(disturbed);
        var image = with.images().getFirst();
        var without =
                new DatapointUnits(
                        "nbody",
                        PerfUnit.SECOND,
                        true,
                        List.of(new OfImage("o2", 0, image.units())));
        var chart = RaincloudChart.of(with, 900);
        assertThat(rings(chart)).hasSize(2);
        assertThat(rings(RaincloudChart.of(without, 900))).isEmpty();
        assertThat(image.mean()).isEqualTo(without.images().getFirst().mean());
        assertThat(texts(chart).filter(text -> text.startsWith("["))).hasSize(1);
        assertThat(chart.description()).contains("1 disturbed unit is not part of it");
        assertThat(String.join(" ", texts(chart).toList())).contains("Ringed: units of disturbed");
        Charts.assertNothingIsCutAndNoTextsOverlap(chart);
    }

    /// A round that is far off its number must not squeeze all others together.
    @Test
    void roundsThatWereMeasuredInTheirPlaceComeLast() {
        var chart = RaincloudChart.of(units(0.0102), 900);
        var line =
                chart.marks().stream()
                        .filter(Mark.Curve.class::isInstance)
                        .map(Mark.Curve.class::cast)
                        .filter(curve -> curve.points().size() == 10)
                        .findFirst()
                        .orElseThrow();
        var xs = line.points().stream().map(Mark.Point::x).toList();
        double step = xs.get(1) - xs.get(0);
        assertThat(step).isGreaterThan(50);
        assertThat(xs.getLast() - xs.get(8)).isBetween(step * 0.99, step * 1.01);
        assertThat(texts(chart)).anyMatch(text -> text.contains("in place of disturbed ones"));
    }

    @Test
    void everyDotSaysWhatItIs() {
        var targets = RaincloudChart.of(units(0.0102), 900).targets();
        assertThat(targets).hasSize(1 + 11 + 11);
        assertThat(targets.stream().map(Target::text))
                .contains("o2, round 3: 10.03 ms", "o2, the extra round for 7: 10.05 ms")
                .anyMatch(text ->
                        text.startsWith("o2, round 7: 10.20 ms. Disturbed")
                                && text.endsWith("others used 40 % of the CPU."));
    }

    @Test
    void theNumbersSayWhatDisturbedThem() {
        var lines = UnitsCsv.ofRaincloud(units(0.0102)).lines().toList();
        assertThat(lines).hasSize(1 + 11);
        assertThat(lines.getLast()).isEqualTo("nbody,o2,7,0.0102,,,,,others used 40 % of the CPU");
        assertThat(lines.get(1)).endsWith(",");
    }

    private static List<Dot> rings(Chart chart) {
        return chart.marks().stream()
                .filter(Dot.class::isInstance)
                .map(Dot.class::cast)
                .filter(dot -> dot.shape() == Shape.RING)
                .toList();
    }

    private static Stream<String> texts(Chart chart) {
        return chart.marks().stream()
                .filter(Label.class::isInstance)
                .map(mark -> ((Label) mark).text());
    }
}
