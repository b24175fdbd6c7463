package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.stats.RatioEstimate.Method;

class AnalysisTest {

    private static final Offset<Double> TIGHT = Offset.offset(1e-12);

    @Test
    void welchAgreesWithNumbersComputedByHand() {
        var row = only(Sample.of(1.00, 1.02, 0.98, 1.01), Sample.of(0.90, 0.93, 0.91));
        assertThat(row.estimate().ratio()).isEqualTo(2.74 / 3 / 1.0025, TIGHT);
        double baselineError = 7.0 / 24_000 / 4 / (1.0025 * 1.0025);
        double candidateError = 7.0 / 30_000 / 3 / (2.74 / 3 * 2.74 / 3);
        assertThat(row.estimate().logError())
                .isEqualTo(Math.sqrt(baselineError + candidateError), TIGHT);
        assertThat(row.estimate().degreesOfFreedom()).isEqualTo(4.505, Offset.offset(1e-3));
        assertThat(row.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(row.baselineUnits()).isEqualTo(4);
        assertThat(row.candidateUnits()).isEqualTo(3);
    }

    @Test
    void equalSpreadGivesTheQuantileOfEveryTextbook() {
        // Equal relative spread, 5 + 5: eight degrees of freedom, t = 2.306.
        var row = only(Sample.of(0.98, 0.99, 1, 1.01, 1.02), Sample.of(1.96, 1.98, 2, 2.02, 2.04));
        double error = Math.sqrt(2 * 0.00025 / 5);
        assertThat(row.estimate().interval()).isNotNull();
        assertThat(row.estimate().interval().high())
                .isEqualTo(2 * Math.exp(2.306004 * error), Offset.offset(1e-6));
        assertThat(row.estimate().interval().low())
                .isEqualTo(2 * Math.exp(-2.306004 * error), Offset.offset(1e-6));
    }

    @Test
    void pairedRoundsCancelWhatSlowsBothSides() {
        double[] drift = {1, 1.1, 1.3, 0.9, 1.2, 2};
        int[] rounds = {0, 1, 2, 3, 4, 5};
        double[] candidate = IntStream.of(rounds).mapToDouble(i -> 0.9 * drift[i]).toArray();
        var row = only(Sample.inRounds(drift, rounds), Sample.inRounds(candidate, rounds));
        assertThat(row.estimate().ratio()).isEqualTo(0.9, TIGHT);
        assertThat(row.estimate().method()).isEqualTo(Method.PAIRED_BY_ROUND);
        assertThat(row.estimate().precision()).isLessThan(1e-9);
        assertThat(row.verdict()).isEqualTo(Verdict.FASTER);
    }

    @Test
    void aRoundLostOnOneSideIsLeftOutOfBoth() {
        double[] baseline = {1, 1, 1, 1, 1, 1, 5};
        double[] candidate = {2, 2, 2, 2, 2, 2};
        var row =
                only(
                        Sample.inRounds(baseline, new int[] {0, 1, 2, 3, 4, 5, 6}),
                        Sample.inRounds(candidate, new int[] {5, 4, 3, 2, 1, 0}));
        assertThat(row.estimate().ratio()).isEqualTo(2, TIGHT);
        assertThat(row.baselineMean()).isEqualTo(1, TIGHT);
    }

    @Test
    void severalUnitsOfARoundAreOneOfItsMeans() {
        int[] twice = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
        int[] once = {0, 1, 2, 3, 4, 5};
        var row =
                only(
                        Sample.inRounds(
                                new double[] {1, 3, 2, 2, 1, 3, 2, 2, 2, 2, 0.5, 3.5}, twice),
                        Sample.inRounds(new double[] {1, 1, 1, 1, 1, 1}, once));
        assertThat(row.estimate().ratio()).isEqualTo(0.5, TIGHT);
        assertThat(row.estimate().degreesOfFreedom()).isEqualTo(5);
    }

    @Test
    void allUnitsInOneRoundAreNoPair() {
        var row =
                only(
                        Sample.inRounds(new double[] {1, 1.1, 0.9}, new int[3]),
                        Sample.inRounds(new double[] {1, 1.1, 0.9}, new int[3]));
        assertThat(row.estimate().method()).isEqualTo(Method.INDEPENDENT);
        assertThat(row.verdict()).isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void oneProcessIsNotResolvedHoweverLargeTheEffect() {
        var comparison =
                compare(
                        Map.of("x", Sample.of(1, 1.01, 0.99), "y", Sample.of(1, 1.01, 0.99)),
                        Map.of("x", Sample.of(0.1), "y", Sample.of(0.1, 0.101, 0.099)));
        var candidate = comparison.candidates().getFirst();
        assertThat(row(candidate, "x").estimate().interval()).isNull();
        assertThat(row(candidate, "x").verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(row(candidate, "x").estimate().precision()).isInfinite();
        assertThat(row(candidate, "y").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(candidate.geomean().ratio()).isEqualTo(0.1, TIGHT);
        assertThat(candidate.geomean().interval()).isNull();
        assertThat(candidate.verdict()).isEqualTo(Verdict.UNRESOLVED);
    }

    @ParameterizedTest(name = "[{0}, {1}], adjusted p {2}: {3}")
    @CsvSource({
        "0.90, 0.95, 0.001, FASTER",
        "1.05, 1.10, 0.050, SLOWER",
        "0.90, 0.95, 0.051, UNRESOLVED",
        "0.995, 1.004, 1, SAME",
        "0.992, 0.996, 0.001, SAME",
        "0.980, 0.996, 0.001, FASTER",
        "0.980, 1.005, 1, UNRESOLVED",
        "1.005, 1.0101, 0.001, SLOWER",
    })
    void verdict(double low, double high, double p, Verdict expected) {
        double ratio = Math.sqrt(low * high);
        var estimate =
                new RatioEstimate(
                        ratio, new Interval(low, high), Method.INDEPENDENT, 0.01, 10, p / 2);
        assertThat(Analysis.judge(estimate, p, EquivalenceZone.ONE_PERCENT)).isEqualTo(expected);
    }

    @Test
    void exchangingTheSidesInvertsEverything() {
        var random = new SplittableRandom(21);
        for (int i = 0; i < 200; i++) {
            var noise = new Noise(random, 0.03, 0.5, 3);
            double[] rounds = noise.wandering(random.nextInt(2, 12));
            var left = new LinkedHashMap<String, Sample>();
            var right = new LinkedHashMap<String, Sample>();
            for (String name : List.of("a", "b", "c")) {
                left.put(name, noise.sampleInRounds(1, rounds));
                right.put(name, noise.sampleInRounds(0.95, rounds));
            }
            var there = compare(left, right).candidates().getFirst();
            var back = compare(right, left).candidates().getFirst();
            assertInverse(there.geomean(), back.geomean());
            for (var row : there.rows()) {
                assertInverse(row.estimate(), row(back, row.name()).estimate());
                assertThat(row(back, row.name()).verdict()).isEqualTo(inverse(row.verdict()));
            }
        }
    }

    @Test
    void unitOfTimeDoesNotMatter() {
        var a = Sample.of(1e-9, 1.02e-9, 0.98e-9);
        var b = Sample.of(1.1e-9, 1.12e-9, 1.08e-9);
        var scaled = only(Sample.of(1e3, 1.02e3, 0.98e3), Sample.of(1.1e3, 1.12e3, 1.08e3));
        assertThat(only(a, b).estimate().logError())
                .isEqualTo(scaled.estimate().logError(), Offset.offset(1e-9));
    }

    @Test
    void valuesWithoutAnySpreadAreTakenAtTheirWord() {
        var different = only(Sample.of(2, 2, 2), Sample.of(1, 1, 1));
        assertThat(different.estimate().interval()).isEqualTo(new Interval(0.5, 0.5));
        assertThat(different.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(only(Sample.of(2, 2), Sample.of(2, 2)).verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void rowsKeepTheOrderOfTheBaselineAndTellWhatHasNoPartner() {
        var baseline = new LinkedHashMap<String, Sample>();
        var candidate = new LinkedHashMap<String, Sample>();
        List.of("z", "gone", "a").forEach(name -> baseline.put(name, Sample.of(1, 2)));
        List.of("a", "new", "z").forEach(name -> candidate.put(name, Sample.of(1, 2)));
        var result = compare(baseline, candidate).candidates().getFirst();
        assertThat(result.rows()).extracting(Row::name).containsExactly("z", "a");
        assertThat(result.unmatched()).containsExactlyInAnyOrder("gone", "new");
    }

    @Test
    void nothingInCommonIsAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> compare(Map.of("x", Sample.of(1)), Map.of("y", Sample.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseline and candidate share no datapoint");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity"})
    void aMeanThatIsNoTimeIsRefused(double mean) {
        assertThatThrownBy(() -> Sample.of(1, mean)).hasMessageContaining("positive");
    }

    static Comparison compare(Map<String, Sample> baseline, Map<String, Sample> candidate) {
        return Analysis.compare(
                Measurements.of("baseline", baseline),
                List.of(Measurements.of("candidate", candidate)),
                EquivalenceZone.ONE_PERCENT);
    }

    private static Row only(Sample baseline, Sample candidate) {
        return row(
                compare(Map.of("x", baseline), Map.of("x", candidate)).candidates().getFirst(),
                "x");
    }

    private static Row row(CandidateComparison candidate, String name) {
        return candidate.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertInverse(RatioEstimate there, RatioEstimate back) {
        assertThat(back.ratio()).isEqualTo(1 / there.ratio(), TIGHT);
        assertThat(there.interval()).isNotNull();
        assertThat(back.interval()).isNotNull();
        assertThat(back.interval().low()).isEqualTo(1 / there.interval().high(), TIGHT);
        assertThat(back.interval().high()).isEqualTo(1 / there.interval().low(), TIGHT);
        assertThat(back.pValue()).isEqualTo(there.pValue(), TIGHT);
    }

    private static Verdict inverse(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            case SAME, UNRESOLVED -> verdict;
        };
    }
}
