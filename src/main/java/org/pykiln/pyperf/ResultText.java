package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A benchmark in one line.
final class ResultText {
    private ResultText() {}

    /// `Mean +- std dev: …`, or what a calibration found if there is nothing else.
    static String of(PerfBenchmark benchmark) {
        List<Number> values = benchmark.values();
        if (values.isEmpty()) {
            return "Calibration: " + calibrated(benchmark);
        }
        String text = ComparedRow.resultText(benchmark.unit(), values, PerfStatistics.mean(values));
        return values.size() > 1 ? "Mean +- std dev: " + text : text;
    }

    private static String calibrated(PerfBenchmark benchmark) {
        OptionalLong loops = OptionalLong.empty();
        OptionalLong warmups = OptionalLong.empty();
        for (PerfRun run : benchmark.runs()) {
            OptionalLong found = run.calibratedWarmups();
            if (found.isPresent()) {
                warmups = found;
            } else {
                loops = run.calibratedLoops();
            }
        }
        List<String> found = new ArrayList<>();
        loops.ifPresent(count -> found.add(PerfFormat.number(count, "loop")));
        warmups.ifPresent(count -> found.add(PerfFormat.number(count, "warmup")));
        return String.join(", ", found);
    }
}
