package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An image compared with itself: how often anything is called faster or slower.
class FalsePositiveTest {

    @ParameterizedTest(name = "{0} candidates, {1} datapoints, {2} and {3} units, rounds {4}")
    @CsvSource({
        "1, 1, 20, 20, false",
        "1, 14, 5, 5, false",
        "1, 14, 5, 20, false",
        "1, 14, 20, 20, false",
        "1, 14, 3, 3, true",
        "1, 14, 6, 6, true",
        "1, 14, 20, 20, true",
        "1, 60, 20, 20, true",
        "3, 14, 10, 10, true",
        "3, 1, 10, 10, true"
    })
    void atMostOneComparisonInTwentyShowsAnything(
            int candidates, int datapoints, int n, int m, boolean inRounds) {
        var random = new SplittableRandom(11);
        int trials = Math.min(2000, 30_000 / candidates / datapoints);
        int marked = 0;
        for (int i = 0; i < trials; i++) {
            double[] drift = new Noise(random, 0, 0, 1).wandering(n);
            var baseline = image(random, datapoints, n, inRounds ? drift : null);
            var others =
                    IntStream.range(0, candidates)
                            .mapToObj(c -> image(random, datapoints, m, inRounds ? drift : null))
                            .toList();
            marked += marks(Analysis.compare(baseline, others, new EquivalenceZone(0))) ? 1 : 0;
        }
        double slack = 2.5 * Math.sqrt(0.05 * 0.95 / trials);
        assertThat((double) marked / trials).isLessThanOrEqualTo(Analysis.ERROR + slack);
    }

    /// The research behind this package measured 5 % without correlation, 10 % at 0.2 and 23–26 %
    /// from 0.8 on; our rule stays at 5 % on the same data.
    @Test
    void pyperfsPooledTestIsWrongUpToEveryFourthTime() {
        assertRates(0, 0.035, 0.065);
        assertRates(0.2, 0.08, 0.13);
        assertRates(0.5, 0.14, 0.20);
        assertRates(0.9, 0.21, 0.29);
    }

    private static void assertRates(double icc, double low, double high) {
        var rates = rates(icc);
        assertThat(rates.pyperf()).as("pyperf at %s", icc).isBetween(low, high);
        assertThat(rates.ours()).as("ours at %s", icc).isBetween(0.035, 0.06);
    }

    /// Without the correction every other comparison would show something.
    @Test
    void theCorrectionIsNeeded() {
        var random = new SplittableRandom(13);
        int trials = 300;
        int marked = 0;
        for (int i = 0; i < trials; i++) {
            var comparison =
                    Analysis.compare(
                            image(random, 14, 20, null),
                            List.of(image(random, 14, 20, null)),
                            new EquivalenceZone(0));
            marked +=
                    comparison.candidates().getFirst().rows().stream()
                                    .anyMatch(row -> row.estimate().pValue() <= 0.05)
                            ? 1
                            : 0;
        }
        assertThat((double) marked / trials).isGreaterThan(0.35);
    }

    private record Rates(double pyperf, double ours) {}

    private static Rates rates(double icc) {
        var noise = new Noise(new SplittableRandom(12), 0.02, icc, 3);
        int trials = 4000;
        int pyperf = 0;
        int ours = 0;
        for (int i = 0; i < trials; i++) {
            var left = noise.processes(1, 20, Noise.still(20));
            var right = noise.processes(1, 20, Noise.still(20));
            pyperf += pyperfSaysSignificant(Noise.pooled(left), Noise.pooled(right)) ? 1 : 0;
            var estimate =
                    Contrast.of(
                                    new Sample(Noise.means(left), List.of()),
                                    new Sample(Noise.means(right), List.of()))
                            .estimate();
            ours += estimate.pValue() <= 0.05 ? 1 : 0;
        }
        return new Rates((double) pyperf / trials, (double) ours / trials);
    }

    /// pyperf/_utils.py: Student's t over all values; 1.984 is what its table gives for 60 + 60.
    private static boolean pyperfSaysSignificant(List<Double> left, List<Double> right) {
        var a = Moments.of(left);
        var b = Moments.of(right);
        double error = Math.sqrt((a.variance() + b.variance()) / 2 * 2 / a.n());
        return Math.abs(a.mean() - b.mean()) / error >= 1.984;
    }

    private static Measurements image(
            SplittableRandom random, int datapoints, int n, double @Nullable [] rounds) {
        var samples = new LinkedHashMap<String, Sample>();
        for (int d = 0; d < datapoints; d++) {
            var noise = new Noise(random, 0.02, 0.5, 3);
            samples.put(
                    "d" + d, rounds == null ? noise.sample(1, n) : noise.sampleInRounds(1, rounds));
        }
        return new Measurements("image", samples);
    }

    private static boolean marks(Comparison comparison) {
        return comparison.candidates().stream()
                .anyMatch(candidate ->
                        marks(candidate.verdict())
                                || candidate.rows().stream().anyMatch(row -> marks(row.verdict())));
    }

    private static boolean marks(Verdict verdict) {
        return verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    }
}
