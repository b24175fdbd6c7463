package org.pykiln.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.stats.Sample;

/// What a session has measured so far.
///
/// @param suites pyperf suite of each image by its name, in the order of the plan; an image without
///   a single finished unit has none
/// @param failures units and datapoints that are missing in the suites, and why
/// @param warnings what makes measurements less certain, a sentence each
public record SessionResult(
        SequencedMap<String, PerfSuite> suites, List<UnitFailure> failures, List<String> warnings) {
    public SessionResult {
        suites = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(suites));
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /// Process means by image and datapoint, in the order of rounds: what statistics start from.
    public SequencedMap<String, SequencedMap<String, List<ProcessMean>>> samples() {
        SequencedMap<String, SequencedMap<String, List<ProcessMean>>> samples =
                new LinkedHashMap<>();
        suites.forEach((image, suite) -> samples.put(image, samples(suite)));
        return samples;
    }

    /// Process means of one suite by datapoint. A suite that no session made has its runs numbered
    /// from 1.
    public static SequencedMap<String, List<ProcessMean>> samples(PerfSuite suite) {
        SequencedMap<String, List<ProcessMean>> samples = new LinkedHashMap<>();
        for (PerfBenchmark benchmark : suite.benchmarks()) {
            List<ProcessMean> means = new ArrayList<>();
            for (PerfRun run : benchmark.valueRuns()) {
                OptionalLong round = run.metadata().integer(UnitMetadata.ROUND);
                int number = (int) round.orElse(means.size() + 1L);
                means.add(new ProcessMean(number, mean(run)));
            }
            samples.put(benchmark.name(), List.copyOf(means));
        }
        return samples;
    }

    /// Process means of one session, with their rounds.
    public static Sample sample(List<ProcessMean> means) {
        return new Sample(
                means.stream().map(ProcessMean::mean).toList(),
                means.stream().map(ProcessMean::round).toList());
    }

    static double mean(PerfRun run) {
        return run.values().stream().mapToDouble(Number::doubleValue).average().orElseThrow();
    }

    /// Names of benchmarks or datapoints that are not complete on all images, with the first
    /// failure of each.
    public Map<String, UnitFailure> failedDatapoints() {
        Map<String, UnitFailure> failed = new LinkedHashMap<>();
        failures.forEach(failure -> failed.putIfAbsent(failure.datapoint(), failure));
        return failed;
    }
}
