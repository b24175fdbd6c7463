package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A session that measures until its intervals are narrow enough stops more often where the spread
/// happened to look small. What that costs is measured here, for the one rule that is allowed: the
/// precision, looked at after every round.
class StoppingTest {

    private static final double TRUTH = 0.97;

    @ParameterizedTest(name = "cv {0}, at least {1} rounds: at least {2} covered")
    @CsvSource({"0.01, 6, 0.92", "0.01, 10, 0.93", "0.02, 10, 0.92", "0.03, 10, 0.92"})
    void stoppingAtAPrecisionKeepsMostOfTheCoverage(double cv, int fewest, double share) {
        var random = new SplittableRandom(31);
        int trials = 1000;
        int held = 0;
        for (int i = 0; i < trials; i++) {
            var noise = new Noise(random, cv, 0.5, 3);
            double[] rounds = noise.wandering(80);
            var baseline = noise.sampleInRounds(1, rounds);
            var candidate = noise.sampleInRounds(TRUTH, rounds);
            var estimate =
                    IntStream.rangeClosed(fewest, 80)
                            .mapToObj(n -> Contrast.of(first(baseline, n), first(candidate, n)))
                            .map(Contrast::estimate)
                            .filter(e -> e.precision() <= 0.01)
                            .findFirst()
                            .orElseGet(() -> Contrast.of(baseline, candidate).estimate());
            var interval = estimate.interval();
            held += interval != null && interval.contains(TRUTH) ? 1 : 0;
        }
        assertThat((double) held / trials).isGreaterThanOrEqualTo(share);
    }

    private static Sample first(Sample sample, int n) {
        return new Sample(sample.means().subList(0, n), sample.rounds().subList(0, n));
    }
}
