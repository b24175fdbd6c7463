package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.report.Pareto.Built;
import org.pykiln.report.Pareto.Cost;
import org.pykiln.report.Pareto.Image;
import org.pykiln.report.Pareto.Ratio;
import org.pykiln.stats.Interval;

class ParetoTest {

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    private static Pareto random(int seed) {
        var random = new Random(seed);
        var images = new ArrayList<Image>();
        int count = 1 + random.nextInt(16);
        double spread = Math.pow(10, -3 + 3.5 * random.nextDouble());
        for (int i = 0; i < count; i++) {
            var time = i == 0 ? Ratio.ONE : ratio(random, spread);
            Optional<Ratio> memory =
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(i == 0 ? Ratio.ONE : ratio(random, spread / 5));
            var built =
                    random.nextInt(4) == 0
                            ? Optional.<Built>empty()
                            : Optional.of(
                                    new Built(
                                            (long) (1e8 * Math.exp(random.nextGaussian())),
                                            100 * Math.exp(2 * random.nextGaussian()),
                                            18,
                                            random.nextInt(19)));
            images.add(new Image("W".repeat(1 + random.nextInt(70)), i, time, memory, built));
        }
        return new Pareto(images.getFirst().name(), images);
    }

    private static Ratio ratio(Random random, double spread) {
        double ratio = Math.exp(spread * random.nextGaussian());
        double half = Math.min(0.9, spread * random.nextDouble());
        return random.nextInt(5) == 0
                ? new Ratio(ratio, null)
                : new Ratio(ratio, new Interval(ratio * (1 - half), ratio / (1 - half)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsCutAndNoTextsOverlap(int seed) {
        for (double width : List.of(400.0, 760.0, 1500.0)) {
            Charts.assertNothingIsCutAndNoTextsOverlap(ParetoChart.of(random(seed), width));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyBeatsTheFrontAndEveryoneElseIsBeatenByIt(int seed) {
        var pareto = random(seed);
        for (var cost : Cost.values()) {
            var front = pareto.front(cost);
            for (var image : pareto.known(cost)) {
                boolean beaten =
                        front.stream()
                                .anyMatch(other ->
                                        other.time().ratio() <= image.time().ratio()
                                                && price(cost, other) <= price(cost, image)
                                                && (other.time().ratio() < image.time().ratio()
                                                        || price(cost, other)
                                                                < price(cost, image)));
                assertThat(beaten).isNotEqualTo(front.contains(image));
            }
        }
    }

    private static double price(Cost cost, Image image) {
        return cost.of(image).orElseThrow();
    }

    @Test
    void whatIsNotKnownIsLeftOutAndNamed() {
        assertThat(Examples.pareto().leftOut())
                .containsExactly("Not in build time: worse (11 of 18 steps came from the cache).");
        var alone =
                new Pareto(
                        "a",
                        List.of(
                                new Image("a", 0, Ratio.ONE, Optional.empty(), Optional.empty()),
                                new Image(
                                        "b",
                                        1,
                                        Examples.ratio(0.9, 0.01),
                                        Optional.empty(),
                                        Optional.empty())));
        assertThat(alone.costs()).isEmpty();
        assertThat(alone.leftOut())
                .containsExactly(
                        "Not in image size: all images (no receipt).",
                        "Not in peak memory: all images (no mem_max_rss in common with the"
                                + " baseline).",
                        "Not in build time: all images (no receipt).");
    }

    @Test
    void theFrontIsRingedAndSaidInWords() {
        var chart = ParetoChart.of(Examples.pareto(), 900);
        long rings =
                chart.marks().stream()
                        .filter(mark ->
                                mark instanceof Mark.Dot dot
                                        && dot.shape() == Mark.Shape.RING
                                        && dot.ink() == Ink.TEXT)
                        .count();
        assertThat(rings).isEqualTo(3 + 3 + 2);
        assertThat(chart.description())
                .contains("The front of time and build time: gcc-fastest, debian-o3.");
    }
}
