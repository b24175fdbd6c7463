package org.pykiln.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pykiln.bench.SessionResult;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.stats.Analysis;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;
import org.pykiln.stats.Variant;

/// Peak resident memory, compared as times are: it is known of every process that was measured, so
/// it costs nothing. Benchmarks that measure commands tell that of the commands.
final class PeakMemory {
    /// In bytes, as pyperf records them on Linux.
    private static final List<String> PEAKS = List.of("command_max_rss", "mem_max_rss");

    private PeakMemory() {}

    /// @param baseline name of a variant
    /// @return nothing where fewer than two variants tell it of a common datapoint
    static Optional<Comparison> comparison(Results results, String baseline) {
        List<Variant> known =
                results.variants(image -> peaks(results, image)).stream()
                        .filter(variant ->
                                variant.builds().stream()
                                        .noneMatch(build -> build.datapoints().isEmpty()))
                        .toList();
        Optional<Variant> first =
                known.stream().filter(one -> one.name().equals(baseline)).findFirst();
        List<Variant> others = known.stream().filter(one -> !one.name().equals(baseline)).toList();
        if (first.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Analysis.compareVariants(first.get(), others, EquivalenceZone.ONE_PERCENT));
        } catch (IllegalArgumentException nothingInCommon) {
            return Optional.empty();
        }
    }

    private static Measurements peaks(Results results, Measured image) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (PerfBenchmark benchmark : image.suite().benchmarks()) {
            List<PerfRun> runs = SessionResult.compared(benchmark);
            List<Double> peaks = new ArrayList<>();
            runs.forEach(run -> peak(run).ifPresent(bytes -> peaks.add((double) bytes)));
            if (!runs.isEmpty() && peaks.size() == runs.size()) {
                List<Integer> rounds = Rounds.of(results, image, SessionResult.means(runs));
                samples.put(benchmark.name(), new Sample(peaks, rounds));
            }
        }
        return Measurements.of(image.name(), samples);
    }

    private static OptionalLong peak(PerfRun run) {
        return PEAKS.stream()
                .map(run.metadata()::integer)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
