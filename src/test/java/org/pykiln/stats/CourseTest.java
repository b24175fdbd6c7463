package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How often something is found that is not there, and how often what is there is found. The series
/// stand in a session of fourteen datapoints on two images, and the alarm rate is that of the whole
/// session.
class CourseTest {

    private static final int SERIES = 28;

    static List<Arguments> noises() {
        return List.of(
                noise("normal", SplittableRandom::nextGaussian),
                noise("uniform", random -> random.nextDouble(-1, 1)),
                noise("skewed", random -> Math.exp(random.nextGaussian())),
                noise(
                        "slow now and then",
                        random -> random.nextGaussian() + (random.nextDouble() < 0.02 ? 12 : 0)));
    }

    private static Arguments noise(String name, ToDoubleFunction<SplittableRandom> noise) {
        return Arguments.of(name, noise);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noises")
    void atMostOneSessionInTwentyRaisesAFalseAlarm(
            String name, ToDoubleFunction<SplittableRandom> noise) {
        var random = new SplittableRandom(61);
        for (int n : new int[] {8, 20}) {
            int trials = 400;
            int alarms = 0;
            for (int i = 0; i < trials; i++) {
                var session = new ArrayList<Sample>();
                for (int s = 0; s < SERIES; s++) {
                    session.add(series(n, t -> Math.exp(0.01 * noise.applyAsDouble(random))));
                }
                boolean alarm =
                        Course.of(session).stream()
                                .flatMap(List::stream)
                                .anyMatch(found -> !(found instanceof Finding.Outliers));
                alarms += alarm ? 1 : 0;
            }
            double slack = 2.5 * Math.sqrt(0.05 * 0.95 / trials);
            assertThat((double) alarms / trials)
                    .as("%s, %s processes", name, n)
                    .isLessThanOrEqualTo(Course.FALSE_ALARMS + slack);
        }
    }

    @Test
    void quietSeriesHaveNoOutliers() {
        var random = new SplittableRandom(62);
        int found = 0;
        for (int i = 0; i < 3000; i++) {
            var series = series(20, t -> Math.exp(0.01 * random.nextGaussian()));
            found +=
                    Course.of(List.of(series)).getFirst().stream()
                                    .anyMatch(Finding.Outliers.class::isInstance)
                            ? 1
                            : 0;
        }
        assertThat(found / 3000.0).isLessThan(0.005);
    }

    @ParameterizedTest(name = "{0} of 20 processes after the step")
    @ValueSource(ints = {5, 7, 10, 13})
    void aStepOfThreePercentIsFoundWithItsPlaceAndSize(int after) {
        var random = new SplittableRandom(63);
        int found = 0;
        double change = 0;
        int misplaced = 0;
        int trials = 200;
        for (int i = 0; i < trials; i++) {
            var course =
                    first(
                            series(
                                    20,
                                    t ->
                                            (t >= 20 - after ? 1.03 : 1)
                                                    * Math.exp(0.006 * random.nextGaussian())),
                            random);
            for (var one : course) {
                if (one instanceof Finding.Step step) {
                    found++;
                    change += step.change();
                    misplaced += Math.abs(step.after() - after) > 1 ? 1 : 0;
                    assertThat(step.round()).isEqualTo(step.before() + 1);
                }
            }
        }
        assertThat((double) found / trials).isGreaterThanOrEqualTo(0.95);
        assertThat(change / found).isBetween(0.028, 0.032);
        assertThat((double) misplaced / found).isLessThan(0.05);
    }

    @Test
    void aDriftIsFoundAndCalledOne() {
        var random = new SplittableRandom(64);
        int found = 0;
        int named = 0;
        double change = 0;
        int trials = 200;
        for (int i = 0; i < trials; i++) {
            var course =
                    first(
                            series(
                                    20,
                                    t ->
                                            (1 + 0.04 * t / 19)
                                                    * Math.exp(0.006 * random.nextGaussian())),
                            random);
            found += course.isEmpty() ? 0 : 1;
            for (var one : course) {
                if (one instanceof Finding.Drift drift) {
                    named++;
                    change += drift.change();
                }
            }
        }
        assertThat((double) found / trials).isGreaterThanOrEqualTo(0.95);
        assertThat((double) named / found).isGreaterThan(0.9);
        assertThat(change / named).isBetween(0.035, 0.046);
    }

    @Test
    void twoGroupsAreFoundInWhateverOrderTheyCome() {
        var random = new SplittableRandom(65);
        int found = 0;
        double apart = 0;
        int trials = 200;
        for (int i = 0; i < trials; i++) {
            double[] level =
                    IntStream.range(0, 40).mapToDouble(t -> t % 5 < 2 ? 1.04 : 1).toArray();
            for (int t = level.length - 1; t > 0; t--) {
                int other = random.nextInt(t + 1);
                double kept = level[t];
                level[t] = level[other];
                level[other] = kept;
            }
            var course =
                    first(
                            series(
                                    40,
                                    t -> level[(int) t] * Math.exp(0.005 * random.nextGaussian())),
                            random);
            for (var one : course) {
                if (one instanceof Finding.TwoGroups groups) {
                    found++;
                    apart += groups.apart();
                    assertThat(groups.slow()).isBetween(15, 17);
                }
            }
        }
        assertThat((double) found / trials).isGreaterThanOrEqualTo(0.95);
        assertThat(apart / found).isBetween(0.038, 0.042);
    }

    @Test
    void aDisturbedProcessIsNamedByItsRound() {
        var random = new SplittableRandom(66);
        var series = series(20, t -> (t == 6 ? 1.23 : 1) * Math.exp(0.005 * random.nextGaussian()));
        assertThat(Course.of(List.of(series)).getFirst())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Outliers.class,
                        outliers -> {
                            assertThat(outliers.rounds()).containsExactly(7);
                            assertThat(outliers.change()).isBetween(0.2, 0.26);
                        });
    }

    @Test
    void fewOrEqualProcessesSayNothing() {
        var steep = series(7, t -> 1 + t);
        var flat = series(20, t -> 1);
        assertThat(Course.of(List.of(steep, flat))).containsExactly(List.of(), List.of());
        assertThat(Course.of(List.of())).isEmpty();
    }

    @Test
    void equalSeriesGetEqualFindings() {
        var random = new SplittableRandom(67);
        var session = new ArrayList<Sample>();
        for (int i = 0; i < 50; i++) {
            double drift = 0.001 * i;
            session.add(series(20, t -> Math.exp(drift * t + 0.01 * random.nextGaussian())));
        }
        assertThat(Course.of(session)).isEqualTo(Course.of(session));
    }

    /// The findings of a series among others that are quiet.
    private static List<Finding> first(Sample series, SplittableRandom random) {
        var session = new ArrayList<>(List.of(series));
        for (int i = 1; i < SERIES; i++) {
            session.add(series(series.size(), t -> Math.exp(0.006 * random.nextGaussian())));
        }
        return Course.of(session).getFirst();
    }

    private static Sample series(int n, DoubleUnaryOperator level) {
        return Sample.inRounds(
                IntStream.range(0, n).mapToDouble(level::applyAsDouble).toArray(),
                IntStream.rangeClosed(1, n).toArray());
    }
}
