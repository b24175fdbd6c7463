package org.pykiln.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pykiln.report.Waterfall.Step;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.report.Waterfall.Without;
import org.pykiln.stats.Attribution;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;

/// Waterfalls for tests of reports, the same on every run.
final class Waterfalls {

    private static final List<List<Turn>> TURNS =
            List.of(
                    List.of(new Turn("opt-level", "-O2", "-O3")),
                    List.of(new Turn("pgo", "off", "on")),
                    List.of(
                            new Turn("bolt", "off", "on"),
                            new Turn("pie", "on", "off"),
                            new Turn("labels", "none", "vendor=Example,licenses=PSF-2.0")),
                    List.of(new Turn("hardening", "distribution", "none")),
                    List.of(new Turn("stack-protector", "default", "plain")),
                    List.of(new Turn("frame-pointers", "on", "off")),
                    List.of(new Turn("strip", "on", "off")));

    private Waterfalls() {}

    /// One of each verdict, one step of several knobs, one that cannot be turned back.
    static Waterfall usual() {
        return of(
                0.012,
                10,
                6,
                "official-slim",
                "clang-fastest",
                0.96,
                0.84,
                0.985,
                1.03,
                1.0,
                0.993);
    }

    /// @param ratios of the steps
    static Waterfall of(
            double noise, int units, int datapoints, String from, String to, double... ratios) {
        var random = new SplittableRandom(7);
        var chain = new ArrayList<Measurements>();
        double level = 1;
        chain.add(image(random, "0-" + from, noise, units, datapoints, level));
        for (int i = 0; i < ratios.length; i++) {
            level *= ratios[i];
            boolean last = i == ratios.length - 1;
            String name = (i + 1) + "-" + (last ? to : turns(i).getFirst().knob());
            chain.add(image(random, name, noise, units, datapoints, level));
        }
        var without = image(random, "without-1-opt-level", noise, units, datapoints, level * 1.05);
        var attribution =
                Attribution.of(
                        chain,
                        List.of(new Attribution.Pair(without, chain.getLast())),
                        EquivalenceZone.ONE_PERCENT);
        List<Step> steps =
                IntStream.range(0, ratios.length)
                        .mapToObj(i -> step(i, attribution.steps().get(i)))
                        .toList();
        return new Waterfall(
                "From %s to %s".formatted(from, to),
                "What was each flag worth? %d steps".formatted(ratios.length),
                from,
                to,
                steps,
                attribution.whole(),
                ratios.length < 2
                        ? List.of()
                        : List.of(
                                new Without(0, Optional.of(attribution.others().getFirst()), ""),
                                new Without(1, Optional.empty(), "BOLT needs PGO.")),
                List.of("The governor is not performance."));
    }

    private static Step step(int index, Comparison comparison) {
        var turns = turns(index);
        return new Step(
                turns,
                turns.size() == 1
                        ? List.of()
                        : List.of("With BOLT CPython links its executable at a fixed address."),
                comparison);
    }

    private static List<Turn> turns(int index) {
        return TURNS.get(index % TURNS.size());
    }

    private static Measurements image(
            SplittableRandom random,
            String name,
            double noise,
            int units,
            int datapoints,
            double level) {
        var samples = new LinkedHashMap<String, Sample>();
        for (int d = 0; d < datapoints; d++) {
            double mean = 0.001 * (d + 1) * level;
            double[] means =
                    random.doubles(units)
                            .map(u -> mean * Math.exp(noise * 3.4 * (u - 0.5)))
                            .toArray();
            samples.put(
                    Examples.NAMES.get(d),
                    Sample.inRounds(means, IntStream.range(0, units).toArray()));
        }
        return new Measurements(name, samples);
    }
}
