package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.bench.DisturbedRounds.Unit;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;
import org.pykiln.stats.SelfTest;

class DisturbedRoundsTest {
    private static final HostSigns QUIET = new HostSigns(1, 0.001, 0.01, 3000);
    private static final double TRUTH = 0.93;

    // What is chosen

    @Test
    void theHostIsHeard() {
        for (HostSigns sign :
                List.of(
                        new HostSigns(2.5, 0.001, Double.NaN, 3000),
                        new HostSigns(1, 0.2, 0.01, 3000),
                        new HostSigns(1, 0.001, 0.31, 3000),
                        new HostSigns(1, 0.001, 0.01, 2000))) {
            var units = quiet(20, 2);
            units.get("image1").set(6, new Unit(7, 1, sign));
            assertThat(DisturbedRounds.of(units)).containsOnlyKeys(7);
        }
        var units = quiet(20, 2);
        // what was really used of the CPU outweighs a mean of the minute before
        units.get("image1").set(2, new Unit(3, 1, new HostSigns(9, 0.001, 0.01, 3000)));
        units.get("image1").set(6, new Unit(7, 1, new HostSigns(1, 0.001, 0.31, 3000)));
        assertThat(DisturbedRounds.of(units))
                .containsExactlyEntriesOf(Map.of(7, "other processes had 31 % of its CPU"));
    }

    @Test
    void whatTheHostAlwaysSaysIsUsual() {
        var units = new LinkedHashMap<String, List<Unit>>();
        var busy = new HostSigns(9, 0.3, 0.5, 800);
        units.put("a", units(20, (r, random) -> new Unit(r, 1 + 0.01 * random.nextDouble(), busy)));
        units.put("b", units(20, (r, random) -> new Unit(r, 1 + 0.01 * random.nextDouble(), busy)));
        assertThat(DisturbedRounds.of(units)).isEmpty();
        var silent = new HostSigns(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        units.replaceAll((image, all) ->
                new ArrayList<>(
                        all.stream()
                                .map(unit -> new Unit(unit.round(), unit.mean(), silent))
                                .toList()));
        assertThat(DisturbedRounds.of(units)).isEmpty();
    }

    @Test
    void aSlowUnitOfOneImageStays() {
        var units = quiet(20, 2);
        units.get("image0").set(4, new Unit(5, 2, QUIET));
        assertThat(DisturbedRounds.of(units)).isEmpty();
        units.get("image1").set(4, new Unit(5, 1.5, QUIET));
        assertThat(DisturbedRounds.of(units))
                .hasEntrySatisfying(
                        5,
                        reason ->
                                assertThat(reason)
                                        .matches("all images were at least \\d+ % slower.*"));
        var alone = new LinkedHashMap<>(units);
        alone.remove("image1");
        assertThat(DisturbedRounds.of(alone)).isEmpty();
    }

    @Test
    void aFifthOfTheRoundsIsTheMost() {
        var units = quiet(20, 2);
        for (int round = 1; round <= 9; round++) {
            var sign = new HostSigns(1, 0.001, 0.2 + 0.01 * round, 3000);
            units.get("image0").set(round - 1, new Unit(round, 1, sign));
        }
        assertThat(DisturbedRounds.of(units).keySet()).isEqualTo(Set.of(6, 7, 8, 9));
    }

    @Test
    void whichImageIsWhichMakesNoDifference() {
        var random = new SplittableRandom(71);
        for (int i = 0; i < 300; i++) {
            var units = new Machine(random, Trouble.SHARED, 1).units(1.3);
            var exchanged = new LinkedHashMap<String, List<Unit>>();
            exchanged.put("a", units.get("b"));
            exchanged.put("b", units.get("a"));
            assertThat(DisturbedRounds.of(exchanged)).isEqualTo(DisturbedRounds.of(units));
        }
    }

    // What it does to conclusions

    enum Trouble {
        NONE,
        /// A neighbour slows one round in eight for all images; the host tells of half of them.
        SHARED,
        /// A neighbour slows single units, and the host tells.
        SINGLE,
        /// Both images are slow now and then, by themselves: no trouble but how they are.
        OWN,
        /// The candidate scatters three times as much as the baseline.
        NOISY
    }

    /// A machine that measures twenty rounds of two images, and replaces what is chosen.
    private record Machine(SplittableRandom random, Trouble trouble, int datapoints) {
        Map<String, List<Unit>> units(double ratio) {
            var units = new LinkedHashMap<String, List<Unit>>();
            units.put("a", new ArrayList<>());
            units.put("b", new ArrayList<>());
            for (int round = 1; round <= 20; round++) {
                add(units, round, ratio);
            }
            return units;
        }

        private void add(Map<String, List<Unit>> units, int round, double ratio) {
            boolean shared = trouble == Trouble.SHARED && random.nextInt(8) == 0;
            boolean told = random.nextBoolean();
            for (String image : List.of("a", "b")) {
                boolean candidate = image.equals("b");
                boolean single = trouble == Trouble.SINGLE && random.nextInt(12) == 0;
                boolean own = trouble == Trouble.OWN && random.nextInt(12) == 0;
                double spread = candidate && trouble == Trouble.NOISY ? 0.03 : 0.01;
                double slow = shared || single ? 1.1 + 0.2 * random.nextDouble() : 1;
                double mean =
                        (candidate ? ratio : 1)
                                * slow
                                * (own ? 1.15 : 1)
                                * Math.exp(spread * random.nextGaussian());
                boolean seen = shared && told || single;
                units.get(image)
                        .add(
                                new Unit(
                                        round,
                                        mean,
                                        seen ? new HostSigns(1, 0.001, 0.4, 3000) : QUIET));
            }
        }

        /// As a session does it: chosen rounds go, and each is measured once more.
        Map<String, Sample> requeued(double ratio) {
            var units = units(ratio);
            var chosen = DisturbedRounds.of(units).keySet();
            units.values().forEach(all -> all.removeIf(unit -> chosen.contains(unit.round())));
            chosen.forEach(round -> add(units, Requeue.extra(round), ratio));
            var samples = new TreeMap<String, Sample>();
            units.forEach((image, all) ->
                    samples.put(
                            image,
                            SessionResult.sample(
                                    all.stream()
                                            .map(unit -> new ProcessMean(unit.round(), unit.mean()))
                                            .toList())));
            return samples;
        }

        boolean claims() {
            var a = new LinkedHashMap<String, Sample>();
            var b = new LinkedHashMap<String, Sample>();
            for (int d = 0; d < datapoints; d++) {
                var samples = requeued(1);
                a.put("d" + d, samples.get("a"));
                b.put("d" + d, samples.get("b"));
            }
            var comparison =
                    Analysis.compare(
                            new Measurements("a", a),
                            List.of(new Measurements("b", b)),
                            new EquivalenceZone(0));
            return !SelfTest.claims(comparison.candidates().getFirst()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalsCoverTheRatio(Trouble trouble) {
        var machine = new Machine(new SplittableRandom(72), trouble, 1);
        int trials = 4000;
        int held = 0;
        double logs = 0;
        for (int i = 0; i < trials; i++) {
            var samples = machine.requeued(TRUTH);
            var estimate = Analysis.ratio(samples.get("a"), samples.get("b"));
            var interval = estimate.interval();
            held += interval != null && interval.contains(TRUTH) ? 1 : 0;
            logs += Math.log(estimate.ratio() / TRUTH) / trials;
        }
        assertThat((double) held / trials).as("coverage").isBetween(0.93, 0.97);
        assertThat(logs).as("bias").isBetween(-0.002, 0.002);
    }

    @ParameterizedTest
    @EnumSource
    void imagesThatDoNotDifferShowAnythingInAtMostOneSessionInTwenty(Trouble trouble) {
        var machine = new Machine(new SplittableRandom(73), trouble, 14);
        int trials = 1200;
        long marked = IntStream.range(0, trials).filter(i -> machine.claims()).count();
        double slack = 2.5 * Math.sqrt(0.05 * 0.95 / trials);
        assertThat((double) marked / trials).isLessThanOrEqualTo(Analysis.ERROR + slack);
    }

    /// A candidate that is slow now and then by itself keeps every one of its slow units: leaving
    /// them out would make it faster than it is.
    @Test
    void spikesOfOneImageAreNeverLeftOut() {
        var random = new SplittableRandom(75);
        int chosen = 0;
        for (int i = 0; i < 2000; i++) {
            var units = new Machine(random, Trouble.NONE, 1).units(TRUTH);
            units.get("b")
                    .replaceAll(unit ->
                            random.nextInt(12) == 0
                                    ? new Unit(unit.round(), unit.mean() * 1.15, QUIET)
                                    : unit);
            chosen += DisturbedRounds.of(units).size();
        }
        assertThat(chosen).isZero();
    }

    /// What it is for: where single units are disturbed and the host tells, intervals are narrower.
    @Test
    void measuringAgainIsWorthIt() {
        var machine = new Machine(new SplittableRandom(74), Trouble.SINGLE, 1);
        double with = 0;
        double without = 0;
        for (int i = 0; i < 500; i++) {
            var samples = machine.requeued(TRUTH);
            with += Analysis.ratio(samples.get("a"), samples.get("b")).precision();
            var units = machine.units(TRUTH);
            without += Analysis.ratio(sample(units.get("a")), sample(units.get("b"))).precision();
        }
        assertThat(with).isLessThan(0.7 * without);
    }

    private static Sample sample(List<Unit> units) {
        return SessionResult.sample(
                units.stream().map(unit -> new ProcessMean(unit.round(), unit.mean())).toList());
    }

    private interface Measured {
        Unit unit(int round, SplittableRandom random);
    }

    private static Map<String, List<Unit>> quiet(int rounds, int images) {
        var units = new LinkedHashMap<String, List<Unit>>();
        for (int i = 0; i < images; i++) {
            units.put(
                    "image" + i,
                    units(
                            rounds,
                            (r, random) -> new Unit(r, 1 + 0.01 * random.nextDouble(), QUIET)));
        }
        return units;
    }

    private static List<Unit> units(int rounds, Measured measured) {
        var random = new SplittableRandom(70);
        return new ArrayList<>(
                IntStream.rangeClosed(1, rounds)
                        .mapToObj(round -> measured.unit(round, random))
                        .toList());
    }
}
