package org.pykiln.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.stats.Processes;
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

    /// Process means of one suite by datapoint, without those of disturbed rounds. A suite that no
    /// session made has its runs numbered from 1.
    public static SequencedMap<String, List<ProcessMean>> samples(PerfSuite suite) {
        return samples(suite, SessionResult::isCompared);
    }

    /// The same with those of disturbed rounds.
    static SequencedMap<String, List<ProcessMean>> all(PerfSuite suite) {
        return samples(suite, run -> true);
    }

    private static boolean isCompared(PerfRun run) {
        return !run.metadata().has(UnitMetadata.DISTURBED);
    }

    private static SequencedMap<String, List<ProcessMean>> samples(
            PerfSuite suite, Predicate<PerfRun> wanted) {
        SequencedMap<String, List<ProcessMean>> samples = new LinkedHashMap<>();
        for (PerfBenchmark benchmark : suite.benchmarks()) {
            List<PerfRun> runs = benchmark.valueRuns().stream().filter(wanted).toList();
            if (!runs.isEmpty()) {
                samples.put(benchmark.name(), means(runs));
            }
        }
        return samples;
    }

    /// Process means of runs of one datapoint, in their order.
    public static List<ProcessMean> means(List<PerfRun> runs) {
        List<ProcessMean> means = new ArrayList<>();
        for (PerfRun run : runs) {
            means.add(new ProcessMean(round(run, means.size() + 1), mean(run)));
        }
        return List.copyOf(means);
    }

    /// The values behind [#samples(PerfSuite)].
    public static SequencedMap<String, Processes> processes(PerfSuite suite) {
        SequencedMap<String, Processes> processes = new LinkedHashMap<>();
        for (PerfBenchmark benchmark : suite.benchmarks()) {
            List<List<Double>> values = new ArrayList<>();
            List<Integer> rounds = new ArrayList<>();
            for (PerfRun run : compared(benchmark)) {
                values.add(Arrays.stream(run.doubles()).boxed().toList());
                rounds.add(round(run, rounds.size() + 1));
            }
            if (!values.isEmpty()) {
                processes.put(benchmark.name(), new Processes(values, rounds));
            }
        }
        return processes;
    }

    /// The runs that take part in a comparison.
    public static List<PerfRun> compared(PerfBenchmark benchmark) {
        return benchmark.valueRuns().stream().filter(SessionResult::isCompared).toList();
    }

    private static int round(PerfRun run, int otherwise) {
        return (int) run.metadata().integer(UnitMetadata.ROUND).orElse(otherwise);
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
