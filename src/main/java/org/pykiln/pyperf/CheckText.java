package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The warnings of `pyperf check` for one benchmark.
final class CheckText {
    private static final double LARGE_DEVIATION = 10;
    private static final double FAR_FROM_MEAN = 50;
    private static final double SHORTEST_RAW_SECONDS = 1e-3;
    private static final double TOO_MANY = 0.75;

    private final PerfBenchmark benchmark;
    private final PerfUnit unit;
    private final List<Number> values;
    private final Number mean;
    private final List<String> lines;
    private final List<String> warnings = new ArrayList<>();
    private OptionalLong required = OptionalLong.empty();

    private CheckText(PerfBenchmark benchmark, List<String> lines) {
        this.lines = lines;
        this.benchmark = benchmark;
        this.unit = benchmark.unit();
        this.values = benchmark.values();
        this.mean = PerfStatistics.mean(values);
    }

    /// Appends to what is printed of the benchmark already.
    ///
    /// @param python the name of the interpreter in the advice, `python3` say
    /// @param tooManyToo whether to say so if fewer processes would have done
    static void append(
            List<String> lines, PerfBenchmark benchmark, String python, boolean tooManyToo) {
        if (benchmark.valueRuns().isEmpty()) {
            return;
        }
        CheckText check = new CheckText(benchmark, lines);
        check.deviation();
        check.extreme("minimum", StatsText.min(check.values));
        check.extreme("maximum", StatsText.max(check.values));
        check.shortest();
        check.advice(python);
        if (tooManyToo) {
            check.tooMany();
        }
        if (check.isJittery()) {
            check.emptyLine();
        }
    }

    private void emptyLine() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private void deviation() {
        if (values.size() < 2) {
            return;
        }
        double stdev = PerfStatistics.stdev(values);
        double percent = stdev * 100.0 / mean.doubleValue();
        if (percent >= LARGE_DEVIATION) {
            warnings.add(
                    "the standard deviation (%s) is %s%% of the mean (%s)"
                            .formatted(
                                    PerfFormat.value(unit, stdev),
                                    PythonText.fixed(percent, 0),
                                    PerfFormat.value(unit, mean)));
            return;
        }
        required = PerfStatistics.requiredProcesses(benchmark);
        if (required.isPresent() && required.getAsLong() > benchmark.runs().size()) {
            warnings.add(
                    "Not enough samples to get a stable result (95% certainly of less than 1%"
                            + " variation)");
        }
    }

    private void extreme(String name, Number value) {
        double center = mean.doubleValue();
        double percent = (value.doubleValue() - center) * 100.0 / center;
        if (Math.abs(percent) >= FAR_FROM_MEAN) {
            warnings.add(
                    "the %s (%s) is %s%% %s than the mean (%s)"
                            .formatted(
                                    name,
                                    PerfFormat.value(unit, value),
                                    PythonText.fixed(Math.abs(percent), 0),
                                    percent >= 0 ? "greater" : "smaller",
                                    PerfFormat.value(unit, mean)));
        }
    }

    private void shortest() {
        Number shortest =
                StatsText.min(
                        benchmark.runs().stream()
                                .flatMap(run -> Durations.raw(run).stream())
                                .toList());
        if (unit == PerfUnit.SECOND && shortest.doubleValue() < SHORTEST_RAW_SECONDS) {
            warnings.add("the shortest raw value is only " + PerfFormat.value(unit, shortest));
        }
    }

    private void advice(String python) {
        if (warnings.isEmpty()) {
            return;
        }
        emptyLine();
        lines.add("WARNING: the benchmark result may be unstable");
        warnings.forEach(warning -> lines.add("* " + warning));
        lines.add("");
        lines.add("Try to rerun the benchmark with more runs, values and/or loops.");
        lines.add(
                "Run '%s -m pyperf system tune' command to reduce the system jitter."
                        .formatted(python));
        lines.add("Use pyperf stats, pyperf dump and pyperf hist to analyze results.");
        lines.add("Use --quiet option to hide these warnings.");
    }

    private void tooMany() {
        OptionalLong enough =
                required.isPresent() ? required : PerfStatistics.requiredProcesses(benchmark);
        if (enough.isPresent() && enough.getAsLong() < benchmark.runs().size() * TOO_MANY) {
            lines.add("Benchmark was run more times than necessary to get a stable result.");
            lines.add(
                    "Consider passing processes=%d to the Runner constructor to save time."
                            .formatted(enough.getAsLong()));
        }
    }

    /// pyperf collects a warning about this combination after it has printed the warnings: all that
    /// is left of it is an empty line.
    private boolean isJittery() {
        return benchmark.runs().stream()
                .flatMap(run -> run.metadata().text("cpu_config").stream())
                .anyMatch(
                        config -> config.contains("nohz_full") && config.contains("intel_pstate"));
    }
}
