package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;

/// How long runs took, in seconds: what a run says of itself, else the sum of its raw values.
final class Durations {
    private Durations() {}

    static double of(PerfSuite suite) {
        return PerfStatistics.fsum(
                suite.benchmarks().stream().mapToDouble(Durations::of).toArray());
    }

    static double of(PerfBenchmark benchmark) {
        return PerfStatistics.fsum(benchmark.runs().stream().mapToDouble(Durations::of).toArray());
    }

    static double of(PerfRun run) {
        var said = run.metadata().number("duration");
        if (said.isPresent()) {
            return said.getAsDouble();
        }
        List<Number> raw = new ArrayList<>();
        for (Warmup warmup : run.warmups()) {
            raw.add(times(warmup.value(), warmup.loops() * run.innerLoops()));
        }
        raw.addAll(raw(run));
        return PerfStatistics.fsum(raw.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /// The values as they were measured, over all loops.
    static List<Number> raw(PerfRun run) {
        return run.values().stream().map(value -> times(value, run.totalLoops())).toList();
    }

    static Number times(Number value, long loops) {
        return value instanceof Long integer
                ? (Number) (integer * loops)
                : (Number) (value.doubleValue() * loops);
    }
}
