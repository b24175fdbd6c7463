package org.pykiln.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;

/// Comparisons for tests of reports, the same on every run.
final class Examples {

    static final List<String> NAMES =
            List.of(
                    "nbody",
                    "deltablue",
                    "json_loads",
                    "regex_dna",
                    "richards",
                    "float",
                    "fannkuch",
                    "pidigits",
                    "unpack_sequence",
                    "spectral_norm",
                    "raytrace",
                    "nqueens",
                    "go",
                    "hexiom");

    private Examples() {}

    /// Effects given as ratios, a datapoint each.
    static Comparison of(double noise, int units, double... ratios) {
        return several(noise, units, List.of("debian-o3"), ratios);
    }

    static Comparison fourteen() {
        return of(
                0.01, 10, 0.81, 0.90, 1.0, 1.03, 0.93, 0.95, 0.9, 0.99, 1.06, 0.91, 0.93, 0.97,
                1.002, 0.88);
    }

    static Comparison several(double noise, int units, List<String> candidates, double... ratios) {
        var random = new SplittableRandom(7);
        var baseline = image("debian-o2", random, noise, units, new double[ratios.length], 1);
        var others =
                IntStream.range(0, candidates.size())
                        .mapToObj(
                                i -> image(candidates.get(i), random, noise, units, ratios, i + 1))
                        .toList();
        return Analysis.compare(baseline, others, EquivalenceZone.ONE_PERCENT);
    }

    static Report report() {
        var proofs =
                List.of(
                        new ImageFacts.ProofLine(
                                "lto", "built with full LTO", true, "--with-lto=full"),
                        new ImageFacts.ProofLine(
                                "pgo", "a profile was used", false, "no .gcda file"));
        var facts = new LinkedHashMap<String, String>();
        facts.put("digest", "sha256:" + "0123456789abcdef".repeat(4));
        facts.put("opt-level", "-O3");
        facts.put("host", "2 × Xeon, governor performance");
        return new Report(
                "session 2026-11-23 14:02",
                "PyKiln 0.1.0 · 14 datapoints · 10 rounds",
                fourteen(),
                List.of(
                        ImageFacts.of("debian-o2", facts, proofs.subList(0, 1)),
                        new ImageFacts("debian-o3", facts, proofs)),
                List.of(Variances.ofBuilds()),
                List.of("Turbo is on: the clock of the CPU may change between units."));
    }

    static Comparison hostile() {
        String evil = "\"><script>alert(1)</script>|`x`,\n*b*\u202e&amp;";
        var samples = new LinkedHashMap<String, Sample>();
        samples.put(evil, Sample.of(1, 1.01, 0.99));
        samples.put("plain", Sample.of(1));
        return Analysis.compare(
                new Measurements(evil, samples),
                List.of(new Measurements(evil + "2", samples)),
                EquivalenceZone.ONE_PERCENT);
    }

    private static Measurements image(
            String name,
            SplittableRandom random,
            double noise,
            int units,
            double[] ratios,
            int power) {
        var samples = new LinkedHashMap<String, Sample>();
        for (int d = 0; d < ratios.length; d++) {
            double ratio = ratios[d] == 0 ? 1 : Math.pow(ratios[d], power);
            double mean = 0.001 * (d + 1) * ratio;
            double[] means =
                    random.doubles(units)
                            .map(u -> mean * Math.exp(noise * 3.4 * (u - 0.5)))
                            .toArray();
            samples.put(name(d), Sample.inRounds(means, IntStream.range(0, units).toArray()));
        }
        return new Measurements(name, samples);
    }

    private static String name(int d) {
        String name = NAMES.get(d % NAMES.size());
        return d < NAMES.size() ? name : name + "_" + d / NAMES.size();
    }
}
