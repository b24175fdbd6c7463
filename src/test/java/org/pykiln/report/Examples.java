package org.pykiln.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Interval;
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
                charts(fourteen()),
                List.of(
                        ImageFacts.of("debian-o2", facts, proofs.subList(0, 1)),
                        new ImageFacts("debian-o3", facts, proofs)),
                List.of("Turbo is on: the clock of the CPU may change between units."));
    }

    /// What is drawn of a comparison whose images have no receipts, and units of three datapoints.
    static ChartData charts(Comparison comparison) {
        return new ChartData(
                comparison,
                List.of(
                        units("nbody", 2, 10, 0.02, 5),
                        units("go", 2, 10, 0.01, 6),
                        units("float", 2, 1, 0.01, 7)),
                new Pareto(comparison.baseline(), List.of()),
                Optional.empty(),
                Optional.of(memory()),
                List.of(Variances.ofBuilds()));
    }

    /// In bytes.
    static Comparison memory() {
        var base = new LinkedHashMap<String, Sample>();
        base.put("nbody", Sample.of(20.0e6, 20.1e6, 19.9e6, 20.0e6));
        base.put("go", Sample.of(24.0e6, 24.1e6, 23.9e6, 24.0e6));
        var other = new LinkedHashMap<String, Sample>();
        other.put("nbody", Sample.of(20.02e6, 20.1e6, 19.9e6, 20.01e6));
        other.put("go", Sample.of(29.0e6, 29.1e6, 28.9e6, 29.0e6));
        return Analysis.compare(
                new Measurements("debian-o2", base),
                List.of(new Measurements("debian-o3", other)),
                EquivalenceZone.ONE_PERCENT);
    }

    /// @param noise standard deviation of process means, as a share of them
    static DatapointUnits units(String datapoint, int images, int units, double noise, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<DatapointUnits.OfImage>();
        for (int i = 0; i < images; i++) {
            double level = 0.012 * Math.pow(0.93, i);
            var means = new ArrayList<ProcessMean>();
            for (int round = 1; round <= units; round++) {
                double drift = 1 + 0.3 * noise * round / units;
                means.add(
                        new ProcessMean(
                                round, level * drift * Math.exp(noise * random.nextGaussian())));
            }
            all.add(new DatapointUnits.OfImage(image(i), i, means));
        }
        return new DatapointUnits(datapoint, PerfUnit.SECOND, true, all);
    }

    private static String image(int i) {
        return i == 0 ? "debian-o2" : "debian-o2+opt-level=-O3+lto=full+step=" + i;
    }

    static Pareto pareto() {
        return new Pareto(
                "debian-o2",
                List.of(
                        image("debian-o2", 0, Pareto.Ratio.ONE, Pareto.Ratio.ONE, 115, 300, 2),
                        image("debian-o3", 1, ratio(0.95, 0.01), ratio(1.01, 0.002), 118, 290, 2),
                        image("gcc-fastest", 2, ratio(0.8, 0.02), ratio(1.04, 0.001), 178, 2040, 4),
                        image("worse", 3, ratio(0.97, 0.01), ratio(1.05, 0.003), 180, 16, 11)));
    }

    private static Pareto.Image image(
            String name,
            int number,
            Pareto.Ratio time,
            Pareto.Ratio memory,
            long megabytes,
            double seconds,
            int cached) {
        return new Pareto.Image(
                name,
                number,
                time,
                Optional.of(memory),
                Optional.of(new Pareto.Built(megabytes * 1_000_000, seconds, 18, cached)));
    }

    static Pareto.Ratio ratio(double ratio, double half) {
        return new Pareto.Ratio(ratio, new Interval(ratio - half, ratio + half));
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
