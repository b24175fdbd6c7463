package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Interval;

class PrecisionTest {
    private static final int MOST = 40;

    @Test
    void tenRoundsAreMeasuredInAnyCase() {
        Enough enough = new Precision(0.2).within(MOST);
        assertThat(enough.test("x", steady(9, 1, 1.01))).isFalse();
        assertThat(enough.test("x", steady(10, 1, 1.01))).isTrue();
    }

    @Test
    void everyImageHasToBeExact() {
        Enough enough = new Precision(0.01).within(MOST);
        Map<String, List<ProcessMean>> means = steady(10, 1, 1.01);
        assertThat(enough.test("x", means)).isTrue();
        means.put("third", noisy(10, 0.02));
        assertThat(enough.test("x", means)).isFalse();
    }

    @Test
    void whatCannotComeToItIsGivenUp() {
        Map<String, List<ProcessMean>> means = steady(10, 1, 1.01);
        means.put("third", noisy(10, 0.2));
        assertThat(new Precision(0.01).within(MOST).test("x", means)).isTrue();
    }

    /// An image on which the datapoint does not run has no say.
    @Test
    void anImageWithoutMeansIsLeftOut() {
        Map<String, List<ProcessMean>> means = steady(10, 1, 1.01);
        means.put("third", List.of());
        assertThat(new Precision(0.01).within(MOST).test("x", means)).isTrue();
        assertThat(new Precision(0.01).within(MOST).test("x", Map.of("a", List.of()))).isFalse();
    }

    /// Whether a difference is there does not change when the rule stops.
    @Test
    void theDifferenceHasNoSay() {
        Enough enough = new Precision(0.01).within(MOST);
        for (int rounds = 10; rounds < MOST; rounds++) {
            Map<String, List<ProcessMean>> same = pair(rounds, 1, 0.02, 7);
            Map<String, List<ProcessMean>> faster = pair(rounds, 0.5, 0.02, 7);
            assertThat(enough.test("x", same)).isEqualTo(enough.test("x", faster));
        }
    }

    /// What the whole rule costs, giving up included: the intervals that a session ends with hold
    /// the truth nearly as often as they say.
    @ParameterizedTest(name = "spread of a process {0}: at least {1} covered")
    @CsvSource({"0.005, 0.93", "0.01, 0.93", "0.02, 0.92", "0.04, 0.93", "0.1, 0.93"})
    void intervalsKeepTheirCoverage(double spread, double share) {
        double truth = 0.97;
        int trials = 1500;
        int held = 0;
        Enough enough = new Precision(0.01).within(MOST);
        for (int trial = 0; trial < trials; trial++) {
            Map<String, List<ProcessMean>> all = pair(MOST, truth, spread, 1000 + trial);
            Map<String, List<ProcessMean>> seen =
                    IntStream.rangeClosed(10, MOST)
                            .mapToObj(rounds -> first(all, rounds))
                            .filter(some -> enough.test("x", some))
                            .findFirst()
                            .orElse(all);
            Interval interval =
                    Analysis.ratio(
                                    SessionResult.sample(seen.get("a")),
                                    SessionResult.sample(seen.get("b")))
                            .interval();
            held += interval != null && interval.contains(truth) ? 1 : 0;
        }
        assertThat((double) held / trials).isGreaterThanOrEqualTo(share);
    }

    private static Map<String, List<ProcessMean>> steady(int rounds, double... means) {
        Map<String, List<ProcessMean>> images = new LinkedHashMap<>();
        for (int i = 0; i < means.length; i++) {
            double mean = means[i];
            double tilt = 1e-6 * (i + 1);
            images.put(
                    "image" + i,
                    IntStream.rangeClosed(1, rounds)
                            .mapToObj(r -> new ProcessMean(r, mean + tilt * (r % 2)))
                            .toList());
        }
        return images;
    }

    private static List<ProcessMean> noisy(int rounds, double spread) {
        return pair(rounds, 1, spread, 3).get("b");
    }

    private static Map<String, List<ProcessMean>> pair(
            int rounds, double ratio, double spread, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ProcessMean> a = new ArrayList<>();
        List<ProcessMean> b = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            a.add(new ProcessMean(round, Math.exp(spread * random.nextGaussian())));
            b.add(new ProcessMean(round, ratio * Math.exp(spread * random.nextGaussian())));
        }
        Map<String, List<ProcessMean>> images = new LinkedHashMap<>();
        images.put("a", a);
        images.put("b", b);
        return images;
    }

    private static Map<String, List<ProcessMean>> first(
            Map<String, List<ProcessMean>> all, int rounds) {
        Map<String, List<ProcessMean>> some = new LinkedHashMap<>();
        all.forEach((image, means) -> some.put(image, means.subList(0, rounds)));
        return some;
    }
}
