package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.stats.Levels.Level;

class VarianceSharesTest {

    private static final Levels SECONDS = new Levels(600, 1.5, 0.15);

    /// The standard deviations of a simulated design, as shares of the mean.
    private record Design(SplittableRandom random, double build, double process, double iteration) {

        List<Processes> variant(int builds, int fewest, int most, int values, double[] drift) {
            var images = new ArrayList<Processes>();
            for (int i = 0; i < builds; i++) {
                double own = build * random.nextGaussian();
                int n = random.nextInt(fewest, most + 1);
                var processes = new ArrayList<List<Double>>();
                for (int p = 0; p < n; p++) {
                    double level = 1 + own + process * random.nextGaussian() + drift[p];
                    processes.add(
                            IntStream.range(0, values)
                                    .mapToObj(k -> level + iteration * random.nextGaussian())
                                    .toList());
                }
                images.add(new Processes(processes, IntStream.range(0, n).boxed().toList()));
            }
            return images;
        }
    }

    /// The variances that went in come out, with unequal numbers of processes and under drift too.
    @ParameterizedTest(name = "build {0}, process {1}, iteration {2}; {3} builds of {4} to {5}")
    @CsvSource({
        "0.02, 0.01, 0.02, 4, 10, 10",
        "0.02, 0.01, 0.02, 4, 6, 14",
        "0, 0.02, 0.01, 3, 8, 12",
        "0.01, 0, 0.02, 5, 10, 10"
    })
    void theMethodOfMomentsFindsTheVariances(
            double build, double process, double iteration, int builds, int fewest, int most) {
        var design = new Design(new SplittableRandom(51), build, process, iteration);
        var found = new double[3];
        int trials = 800;
        for (int i = 0; i < trials; i++) {
            double[] drift = IntStream.range(0, most).mapToDouble(p -> 0.01 * p).toArray();
            var shares =
                    VarianceShares.of(
                            "x",
                            design.variant(builds, fewest, most, 3, drift),
                            design.variant(builds + 1, fewest, most, 3, drift),
                            SECONDS);
            for (var level : Level.values()) {
                found[level.ordinal()] += shares.variance().at(level) / trials;
                assertThat(shares.share(level)).isBetween(0.0, 1.0);
            }
            assertThat(shares.error().sum()).isPositive();
        }
        double[] wanted = {build, process, iteration};
        for (var level : Level.values()) {
            double truth = wanted[level.ordinal()] * wanted[level.ordinal()];
            // estimates below zero count as zero, which lifts the mean where the truth is near it
            assertThat(found[level.ordinal()])
                    .as("%s", level)
                    .isCloseTo(truth, within(0.12 * truth + 0.00002));
        }
    }

    /// What is divided is the very error that the interval shows.
    @Test
    void thePartsAddUpToTheErrorOfTheRatio() {
        var design = new Design(new SplittableRandom(52), 0.05, 0.01, 0.02);
        double[] drift = IntStream.range(0, 10).mapToDouble(p -> 0.02 * p).toArray();
        for (int builds : new int[] {1, 3}) {
            var a = design.variant(builds, 10, 10, 3, drift);
            var b = design.variant(builds, 10, 10, 3, drift);
            var contrast =
                    Contrast.of(
                            a.stream().map(Processes::sample).toList(),
                            b.stream().map(Processes::sample).toList());
            var shares = VarianceShares.of("x", a, b, SECONDS);
            double error = contrast.estimate().logError();
            assertThat(Math.sqrt(shares.error().sum())).isCloseTo(error, within(error / 20));
            assertThat(shares.betweenBuilds()).isEqualTo(builds > 1);
            assertThat(shares.share(Level.BUILD)).isBetween(builds > 1 ? 0.5 : 0, 1.0);
        }
    }

    @Test
    void oneBuildSaysNothingOfBuilds() {
        var design = new Design(new SplittableRandom(53), 0.05, 0.01, 0.02);
        var a = design.variant(1, 10, 10, 3, new double[10]);
        var b = design.variant(1, 10, 10, 3, new double[10]);
        var shares = VarianceShares.of("x", a, b, SECONDS);
        assertThat(shares.variance().build()).isZero();
        assertThat(shares.share(Level.BUILD)).isZero();
        assertThat(shares.next()).isNotEqualTo(Level.BUILD);
        assertThat(VarianceSummary.of(shares))
                .contains("processes make", "is not known")
                .doesNotContain("builds make");
    }

    @Test
    void aSingleValueAProcessLeavesNothingForIterations() {
        var design = new Design(new SplittableRandom(54), 0, 0.02, 0);
        var a = design.variant(1, 6, 6, 1, new double[6]);
        var b = design.variant(1, 6, 6, 1, new double[6]);
        var shares = VarianceShares.of("x", a, b, SECONDS);
        assertThat(shares.share(Level.PROCESS)).isEqualTo(1);
        assertThat(shares.next()).isEqualTo(Level.PROCESS);
    }

    @Test
    void equalValuesHaveNoError() {
        var flat = List.of(new Processes(List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)), List.of()));
        var shares = VarianceShares.of("x", flat, flat, SECONDS);
        assertThat(shares.error().sum()).isZero();
        assertThat(shares.share(Level.PROCESS)).isZero();
        assertThat(VarianceSummary.of(shares)).contains("do not scatter");
    }

    /// The optimum of the cost model beats its neighbours: for the same seconds no other numbers of
    /// processes and iterations give a smaller variance.
    @Test
    void theAdviceIsTheCheapestDesign() {
        var shares = shares(new Levels(0.0004, 0.0001, 0.0004), 20, 3);
        double processes = shares.bestProcesses();
        double iterations = shares.bestIterations();
        assertThat(processes).isEqualTo(10);
        assertThat(iterations).isEqualTo(7);
        double best = price(shares, processes, iterations);
        for (double p : new double[] {1, 3, 5, 20, 40, 80}) {
            assertThat(price(shares, p, iterations)).isGreaterThan(best);
        }
        for (double k : new double[] {1, 2, 3, 15, 30}) {
            assertThat(price(shares, processes, k)).isGreaterThan(best);
        }
    }

    /// Variance times seconds of one build, which more builds leave as it is.
    private static double price(VarianceShares of, double processes, double iterations) {
        var v = of.variance();
        var s = of.seconds();
        double variance = v.build() + (v.process() + v.iteration() / iterations) / processes;
        double seconds = s.build() + processes * (s.process() + iterations * s.iteration());
        return variance * seconds;
    }

    @Test
    void whatIsRepeatedNextFollowsFromTheOptimum() {
        var variance = new Levels(0.0004, 0.0001, 0.00001);
        assertThat(shares(variance, 20, 3).next()).isEqualTo(Level.BUILD);
        assertThat(shares(variance, 6, 3).next()).isEqualTo(Level.PROCESS);
        assertThat(shares(new Levels(0.0004, 0.0001, 0.0004), 20, 3).next())
                .isEqualTo(Level.ITERATION);
        assertThat(shares(new Levels(0, 0.0001, 0.00001), 20, 3).next()).isEqualTo(Level.PROCESS);
        assertThat(VarianceSummary.of(shares(variance, 20, 3)))
                .isEqualTo(
                        "x: builds make 98 % of the error's variance, processes 1 %, iterations"
                                + " 1 %. Repeat builds next: at 600 s for a build, 1.5 s for a"
                                + " process, 0.15 s for an iteration, 10 processes a build would be"
                                + " best (there are 20) and 1 iteration a process (there are 3).");
    }

    @Test
    void oneBuildServesAllDatapoints() {
        var row = shares(new Levels(0.0004, 0.0001, 0.0001), 20, 3);
        var suite = VarianceShares.together("all", List.of(row, row));
        assertThat(suite.seconds()).isEqualTo(new Levels(600, 3, 0.3));
        assertThat(suite.variance()).isEqualTo(row.variance());
        assertThat(suite.share(Level.BUILD)).isCloseTo(row.share(Level.BUILD), offset(1e-12));
        assertThat(suite.bestProcesses()).isLessThan(row.bestProcesses());
    }

    private static VarianceShares shares(Levels variance, double processes, double iterations) {
        var error = new Levels(0.98, 0.01, 0.01);
        return new VarianceShares(
                "x", true, variance, error, new Levels(3, processes, iterations), SECONDS);
    }
}
