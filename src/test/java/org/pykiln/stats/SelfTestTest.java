package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfTestTest {
    private static final int ROUNDS = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200})
    void aSoundMachineKeepsThePromise(int sessions) {
        SelfTest test = test(sessions, 1);

        assertThat(test.keepsThePromise()).isTrue();
        assertThat(test.intervals()).isEqualTo(sessions * 5);
        assertThat(test.holding()).isBetween((int) (test.intervals() * 0.85), test.intervals());
        assertThat(test.headlinesHolding()).isLessThanOrEqualTo(sessions);
    }

    /// As where the second of two images always finds the machine warmer.
    @Test
    void aMachineThatPrefersOneSideDoesNot() {
        SelfTest test = test(20, 1.1);

        assertThat(test.claiming()).isGreaterThan(15);
        assertThat(test.keepsThePromise()).isFalse();
        assertThat(SelfTest.claims(test.sessions().getFirst())).contains("geometric mean");
    }

    /// One claim in twenty sessions is what 5 % looks like; six are not.
    @Test
    void chanceIsThatOfTheBinomial() {
        CandidateComparison silent = test(1, 1).sessions().getFirst();
        CandidateComparison loud = test(1, 1.5).sessions().getFirst();
        assertThat(SelfTest.claims(silent)).isEmpty();
        assertThat(SelfTest.claims(loud)).isNotEmpty();

        assertThat(mixed(silent, 20, loud, 0).chance()).isEqualTo(1);
        assertThat(mixed(silent, 19, loud, 1).chance()).isBetween(0.641, 0.642);
        assertThat(mixed(silent, 17, loud, 3).keepsThePromise()).isTrue();
        assertThat(mixed(silent, 14, loud, 6).keepsThePromise()).isFalse();
    }

    @Test
    void nothingMeasuredIsNoTest() {
        assertThatThrownBy(() -> new SelfTest(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SelfTest mixed(
            CandidateComparison one, int times, CandidateComparison other, int more) {
        return new SelfTest(
                IntStream.range(0, times + more).mapToObj(i -> i < times ? one : other).toList());
    }

    private static SelfTest test(int sessions, double ratio) {
        var random = new SplittableRandom(5);
        return new SelfTest(
                IntStream.range(0, sessions).mapToObj(i -> session(random, ratio)).toList());
    }

    private static CandidateComparison session(SplittableRandom random, double ratio) {
        var noise = new Noise(random, 0.02, 0.5, 3);
        double[] rounds = noise.wandering(ROUNDS);
        var one = new LinkedHashMap<String, Sample>();
        var other = new LinkedHashMap<String, Sample>();
        for (int i = 0; i < 5; i++) {
            one.put("datapoint" + i, noise.sampleInRounds(1, rounds));
            other.put("datapoint" + i, noise.sampleInRounds(ratio, rounds));
        }
        return Analysis.compare(
                        Measurements.of("one", one),
                        List.of(Measurements.of("other", other)),
                        EquivalenceZone.ONE_PERCENT)
                .candidates()
                .getFirst();
    }
}
