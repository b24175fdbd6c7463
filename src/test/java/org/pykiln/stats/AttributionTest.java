package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Seeds are fixed, so a failure is a change of the method and not bad luck.
class AttributionTest {
    private static final EquivalenceZone ZONE = EquivalenceZone.ONE_PERCENT;

    /// Units and whole datapoints are lost, which must not break the chain.
    @Test
    void theStepsMultiplyToTheWhole() {
        var random = new SplittableRandom(1);
        for (double lost : new double[] {0, 0.05, 0.2}) {
            for (int rounds : new int[] {1, 3, 6, 20}) {
                var chain = new ArrayList<Measurements>();
                double[] drift = new Noise(random, 0, 0, 1).wandering(rounds);
                for (int i = 0; i < 6; i++) {
                    chain.add(image(random, "r" + i, 8, 1 - 0.05 * i, drift, lost));
                }
                var attribution = Attribution.of(chain, List.of(), ZONE);
                assertThat(product(attribution))
                        .isCloseTo(ratio(attribution.whole()), Offset.offset(1e-12));
                for (int d = 0; d < only(attribution.whole()).rows().size(); d++) {
                    int row = d;
                    double product =
                            attribution.steps().stream()
                                    .mapToDouble(
                                            step -> only(step).rows().get(row).estimate().ratio())
                                    .reduce(1, (a, b) -> a * b);
                    assertThat(product)
                            .isCloseTo(
                                    only(attribution.whole()).rows().get(row).estimate().ratio(),
                                    Offset.offset(1e-12));
                }
            }
        }
    }

    @Test
    void aDatapointThatOneImageLacksIsLeftOutOfAllSteps() {
        var all = Measurements.of("a", new LinkedHashMap<>(samples("x", "y", "z")));
        var fewer = Measurements.of("b", samples("z", "x"));
        var more = Measurements.of("c", samples("x", "y", "z", "w"));

        var attribution = Attribution.of(List.of(all, fewer, more), List.of(), ZONE);

        assertThat(attribution.leftOut()).containsExactly("y", "w");
        for (var step : attribution.steps()) {
            assertThat(only(step).rows()).extracting(Row::name).containsExactly("x", "z");
        }
        assertThat(attribution.steps()).extracting(Comparison::baseline).containsExactly("a", "b");
        assertThat(only(attribution.whole()).name()).isEqualTo("c");
        assertThat(attribution.whole().baseline()).isEqualTo("a");
    }

    @Test
    void imagesWithoutACommonDatapointAreRefused() {
        assertThatThrownBy(() ->
                        Attribution.of(
                                List.of(
                                        Measurements.of("a", samples("x")),
                                        Measurements.of("b", samples("y"))),
                                List.of(),
                                ZONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share no datapoint");
    }

    /// It is one claim then, and corrected as one.
    @Test
    void theWholeOfASingleStepIsThatStep() {
        var random = new SplittableRandom(2);
        var images =
                List.of(
                        image(random, "a", 5, 1, Noise.still(6), 0),
                        image(random, "b", 5, 0.97, Noise.still(6), 0));

        var attribution = Attribution.of(images, List.of(), ZONE);

        assertThat(attribution.whole()).isSameAs(attribution.steps().getFirst());
        assertThat(attribution.whole())
                .isEqualTo(Analysis.compare(images.getFirst(), List.of(images.getLast()), ZONE));
    }

    @Test
    void otherPairsKeepTheirOrderAndAllTheirUnits() {
        var random = new SplittableRandom(3);
        var chain =
                List.of(
                        image(random, "a", 2, 1, Noise.still(10), 0.3),
                        image(random, "b", 2, 0.9, Noise.still(10), 0));
        var c = image(random, "c", 2, 0.8, Noise.still(10), 0);
        var d = image(random, "d", 2, 0.7, Noise.still(10), 0);

        var attribution =
                Attribution.of(
                        chain,
                        List.of(
                                new Attribution.Pair(c, chain.getLast()),
                                new Attribution.Pair(d, chain.getLast())),
                        ZONE);

        assertThat(attribution.others()).extracting(Comparison::baseline).containsExactly("c", "d");
        assertThat(attribution.others())
                .allSatisfy(other ->
                        assertThat(only(other).rows()).allMatch(row -> row.candidateUnits() == 10));
        assertThat(ratio(attribution.others().getFirst())).isGreaterThan(1);
    }

    /// Drift common to a round, noise of each round of an image and of each unit, lost units.
    @ParameterizedTest(name = "{0} steps, {1} datapoints, {2} rounds, {3} of the units lost")
    @CsvSource({"2, 1, 6, 0", "5, 14, 6, 0", "5, 14, 20, 0.02", "10, 14, 10, 0", "9, 4, 3, 0"})
    void intervalsOfStepsCoverTheTruth(int steps, int datapoints, int rounds, double lost) {
        var random = new SplittableRandom(4);
        int trials = 4000 / steps;
        int held = 0;
        int wholes = 0;
        for (int trial = 0; trial < trials; trial++) {
            var chain = new ArrayList<Measurements>();
            double[] drift = new Noise(random, 0, 0, 1).wandering(rounds);
            double level = 1;
            for (int i = 0; i <= steps; i++) {
                chain.add(
                        image(random, "r" + i, datapoints, level, disturbed(drift, random), lost));
                level *= 0.97;
            }
            var attribution = Attribution.of(chain, List.of(), ZONE);
            held += (int) attribution.steps().stream().filter(s -> holds(s, 0.97)).count();
            wholes += holds(attribution.whole(), Math.pow(0.97, steps)) ? 1 : 0;
        }
        assertThat((double) held / (trials * steps)).isBetween(0.93, 0.97);
        double slack = 2.5 * Math.sqrt(0.95 * 0.05 / trials);
        assertThat((double) wholes / trials).isBetween(0.95 - slack, 0.95 + slack);
    }

    /// A ladder of equal images: how often any step, datapoint, pair or the whole is claimed.
    @ParameterizedTest(name = "{0} steps, {1} datapoints, {2} rounds, others {3}")
    @CsvSource({"2, 1, 6, false", "5, 14, 6, false", "9, 14, 20, false", "5, 4, 10, true"})
    void atMostOneLadderOfEqualImagesInTwentyClaimsAnything(
            int steps, int datapoints, int rounds, boolean others) {
        var random = new SplittableRandom(5);
        int trials = Math.min(1500, 30_000 / steps / datapoints);
        int marked = 0;
        for (int trial = 0; trial < trials; trial++) {
            var images = new ArrayList<Measurements>();
            double[] drift = new Noise(random, 0, 0, 1).wandering(rounds);
            for (int i = 0; i <= steps + (others ? 3 : 0); i++) {
                images.add(image(random, "r" + i, datapoints, 1, disturbed(drift, random), 0));
            }
            var chain = images.subList(0, steps + 1);
            var pairs =
                    images.subList(steps + 1, images.size()).stream()
                            .map(image -> new Attribution.Pair(image, chain.getLast()))
                            .toList();
            marked += marks(Attribution.of(chain, pairs, new EquivalenceZone(0))) ? 1 : 0;
        }
        double slack = 2.5 * Math.sqrt(0.05 * 0.95 / trials);
        assertThat((double) marked / trials).isLessThanOrEqualTo(Analysis.ERROR + slack);
    }

    private static boolean marks(Attribution attribution) {
        return Stream.of(
                        attribution.steps().stream(),
                        Stream.of(attribution.whole()),
                        attribution.others().stream())
                .flatMap(comparisons -> comparisons)
                .map(AttributionTest::only)
                .flatMap(candidate ->
                        Stream.concat(
                                Stream.of(candidate.verdict()),
                                candidate.rows().stream().map(Row::verdict)))
                .anyMatch(verdict -> verdict == Verdict.FASTER || verdict == Verdict.SLOWER);
    }

    private static boolean holds(Comparison comparison, double truth) {
        var interval = only(comparison).geomean().interval();
        return interval != null && interval.contains(truth);
    }

    private static double[] disturbed(double[] drift, SplittableRandom random) {
        double[] own = drift.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] *= Math.exp(0.005 * random.nextGaussian());
        }
        return own;
    }

    private static Measurements image(
            SplittableRandom random,
            String name,
            int datapoints,
            double level,
            double[] rounds,
            double lost) {
        var samples = new LinkedHashMap<String, Sample>();
        for (int d = 0; d < datapoints; d++) {
            var sample = new Noise(random, 0.02, 0.5, 3).sampleInRounds(level, rounds);
            var means = new ArrayList<Double>();
            var kept = new ArrayList<Integer>();
            for (int i = 0; i < sample.size(); i++) {
                if (random.nextDouble() >= lost) {
                    means.add(sample.means().get(i));
                    kept.add(sample.rounds().get(i));
                }
            }
            if (!means.isEmpty()) {
                samples.put("d" + d, new Sample(means, kept));
            }
        }
        return new Measurements(name, samples);
    }

    private static LinkedHashMap<String, Sample> samples(String... names) {
        var samples = new LinkedHashMap<String, Sample>();
        for (String name : names) {
            samples.put(name, Sample.of(1, 1.01, 0.99));
        }
        return samples;
    }

    private static double product(Attribution attribution) {
        return attribution.steps().stream()
                .mapToDouble(AttributionTest::ratio)
                .reduce(1, (a, b) -> a * b);
    }

    private static double ratio(Comparison comparison) {
        return only(comparison).geomean().ratio();
    }

    private static CandidateComparison only(Comparison comparison) {
        return comparison.candidates().getFirst();
    }
}
