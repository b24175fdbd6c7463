package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.stats.RatioEstimate.Method;

/// Variants of several builds, where each build is a draw of its own: 2 % apart on each datapoint
/// and 1 % on all of them together, with processes that scatter by 2 %.
class BuildLevelTest {

    private static final double TRUTH = 0.93;
    private static final double OWN = 0.02;
    private static final double COMMON = 0.01;
    private static final int ROUNDS = 8;

    /// One comparison under the rule, and what comes of taking the units of all builds as one.
    private record Shares(double ours, double ignoringBuilds) {}

    @ParameterizedTest(name = "{0} and {1} builds")
    @CsvSource({"3, 3", "3, 4", "3, 5", "4, 4", "4, 8", "5, 5", "3, 8"})
    void rowsAndGeometricMeansCoverTheRatioOfTheRecipes(int n, int m) {
        var random = new SplittableRandom(41);
        for (int datapoints : new int[] {1, 10}) {
            var shares = coverage(random, n, m, datapoints, datapoints == 1 ? 4000 : 2000);
            assertThat(shares.ours()).as("%s datapoints", datapoints).isBetween(0.93, 0.97);
            assertThat(shares.ignoringBuilds()).as("ignoring builds").isLessThan(0.75);
        }
    }

    /// One or two degrees of freedom are few: such intervals are wide, and hold more than they say.
    @ParameterizedTest(name = "{0} and {1} builds")
    @CsvSource({"2, 2", "2, 3", "2, 5"})
    void twoBuildsOnASideCoverMoreThanTheySay(int n, int m) {
        var random = new SplittableRandom(42);
        assertThat(coverage(random, n, m, 1, 3000).ours()).isBetween(0.95, 0.995);
    }

    @ParameterizedTest(name = "{0} and {1} builds, {2} datapoints")
    @CsvSource({
        "2, 2, 1",
        "2, 2, 14",
        "3, 3, 1",
        "3, 3, 14",
        "3, 5, 14",
        "2, 5, 14",
        "5, 5, 14",
        "3, 8, 14"
    })
    void recipesThatDoNotDifferShowAnythingInAtMostOneComparisonInTwenty(
            int n, int m, int datapoints) {
        var random = new SplittableRandom(43);
        int trials = 1200;
        int marked = 0;
        int ignoring = 0;
        for (int i = 0; i < trials; i++) {
            var a = variant(random, "a", n, datapoints, 1);
            var b = variant(random, "b", m, datapoints, 1);
            marked += marks(a, b) ? 1 : 0;
            ignoring += marks(ignoringBuilds(a), ignoringBuilds(b)) ? 1 : 0;
        }
        double slack = 2.5 * Math.sqrt(0.05 * 0.95 / trials);
        assertThat((double) marked / trials).isLessThanOrEqualTo(Analysis.ERROR + slack);
        assertThat((double) ignoring / trials).as("ignoring builds").isGreaterThan(0.25);
    }

    @Test
    void oneBuildOnASideSpeaksOfTheImages() {
        var random = new SplittableRandom(44);
        var single = variant(random, "a", 1, 3, 1);
        var several = variant(random, "b", 3, 3, 1);
        var mixed = only(single, several);
        assertThat(mixed.builds().speakOfRecipes()).isFalse();
        assertThat(mixed.rows())
                .allSatisfy(row -> {
                    assertThat(row.estimate().method()).isEqualTo(Method.PAIRED_BY_ROUND);
                    assertThat(row.candidateUnits()).isEqualTo(3 * ROUNDS);
                });
        assertThat(Summary.of(comparison(single, several), mixed))
                .contains("on 3 datapoints, of these images alone (3 against 1 builds)");
        var images = only(single, Variant.of(several.builds().getFirst()));
        assertThat(images)
                .isEqualTo(
                        Analysis.compare(
                                        single.builds().getFirst(),
                                        List.of(several.builds().getFirst()),
                                        EquivalenceZone.ONE_PERCENT)
                                .candidates()
                                .getFirst());
    }

    @Test
    void theRatioIsThatOfTheMeansOfTheBuilds() {
        var a = new Variant("a", List.of(build("a@1", 1.0, 1.2), build("a@2", 1.4)));
        var b = new Variant("b", List.of(build("b@1", 2.0), build("b@2", 2.4), build("b@3", 2.2)));
        var candidate = only(a, b);
        var estimate = candidate.rows().getFirst().estimate();
        assertThat(estimate.ratio()).isEqualTo(2.2 / 1.25);
        assertThat(estimate.method()).isEqualTo(Method.BETWEEN_BUILDS);
        assertThat(candidate.geomean().logError()).isCloseTo(estimate.logError(), offset(1e-12));
        assertThat(candidate.geomean().degreesOfFreedom())
                .isCloseTo(estimate.degreesOfFreedom(), offset(1e-9));
        assertThat(Summary.of(comparison(a, b), candidate))
                .contains("on 1 datapoint, by 3 against 2 builds");
    }

    @Test
    void aDatapointThatOneBuildLacksIsLeftOut() {
        var lacking = new Measurements("b@2", new LinkedHashMap<>());
        var a = new Variant("a", List.of(build("a@1", 1.0), build("a@2", 1.4)));
        var b = new Variant("b", List.of(build("b@1", 2.0), lacking));
        assertThatThrownBy(() -> only(a, b)).hasMessage("a and b share no datapoint");
    }

    private static Measurements build(String name, double... means) {
        var samples = new LinkedHashMap<String, Sample>();
        samples.put("x", Sample.of(means));
        return new Measurements(name, samples);
    }

    private static Variant variant(
            SplittableRandom random, String name, int builds, int datapoints, double level) {
        var images = new ArrayList<Measurements>();
        var noise = new Noise(random, 0.02, 0.5, 3);
        for (int i = 0; i < builds; i++) {
            double common = Math.exp(COMMON * random.nextGaussian());
            var samples = new LinkedHashMap<String, Sample>();
            for (int d = 0; d < datapoints; d++) {
                double own = Math.exp(OWN * random.nextGaussian());
                samples.put(
                        "d" + d, noise.sampleInRounds(level * common * own, Noise.still(ROUNDS)));
            }
            images.add(new Measurements(name + "@" + i, samples));
        }
        return new Variant(name, images);
    }

    /// The mistake: as many processes as there are, whichever build they ran.
    private static Variant ignoringBuilds(Variant variant) {
        var samples = new LinkedHashMap<String, Sample>();
        for (String name : variant.datapoints()) {
            samples.put(
                    name, new Sample(Variant.together(variant.samples(name)).means(), List.of()));
        }
        return Variant.of(new Measurements(variant.name(), samples));
    }

    private static Shares coverage(
            SplittableRandom random, int n, int m, int datapoints, int trials) {
        int held = 0;
        int ignoring = 0;
        for (int i = 0; i < trials; i++) {
            var a = variant(random, "a", n, datapoints, 1);
            var b = variant(random, "b", m, datapoints, TRUTH);
            held += holds(only(a, b)) ? 1 : 0;
            ignoring += holds(only(ignoringBuilds(a), ignoringBuilds(b))) ? 1 : 0;
        }
        return new Shares((double) held / trials, (double) ignoring / trials);
    }

    private static boolean holds(CandidateComparison candidate) {
        var interval = candidate.geomean().interval();
        return interval != null && interval.contains(TRUTH);
    }

    private static Comparison comparison(Variant a, Variant b) {
        return Analysis.compareVariants(a, List.of(b), EquivalenceZone.ONE_PERCENT);
    }

    private static CandidateComparison only(Variant a, Variant b) {
        return comparison(a, b).candidates().getFirst();
    }

    private static boolean marks(Variant a, Variant b) {
        var candidate =
                Analysis.compareVariants(a, List.of(b), new EquivalenceZone(0))
                        .candidates()
                        .getFirst();
        return !SelfTest.claims(candidate).isEmpty();
    }
}
