package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The block that `pyperf dump` prints for one benchmark: all its runs, value by value.
final class DumpText {
    /// Which values are marked with their distance from the mean.
    private static final double FAR = 0.05;

    private final PerfBenchmark benchmark;
    private final PerfUnit unit;
    private final PerfDisplay.Detail detail;
    private final boolean raw;
    private final double mean;
    private final List<String> lines = new ArrayList<>();

    private DumpText(PerfBenchmark benchmark, PerfDisplay.Detail detail, boolean raw) {
        this.benchmark = benchmark;
        this.unit = benchmark.unit();
        this.detail = detail;
        this.raw = raw;
        List<Number> all = benchmark.values();
        this.mean = all.isEmpty() ? Double.NaN : PerfStatistics.mean(all).doubleValue();
    }

    static List<String> lines(PerfBenchmark benchmark, PerfDisplay.Detail detail, boolean raw) {
        DumpText text = new DumpText(benchmark, detail, raw);
        text.runs();
        return text.lines;
    }

    private void runs() {
        Metadata common = benchmark.metadata();
        if (detail == PerfDisplay.Detail.VERBOSE) {
            lines.add("Metadata:");
            MetadataText.append(lines, "  ", common);
        }
        boolean separated = lines.isEmpty();
        for (int i = 0; i < benchmark.runs().size(); i++) {
            PerfRun run = benchmark.runs().get(i);
            if (detail == PerfDisplay.Detail.QUIET && run.isCalibration()) {
                continue;
            }
            if (!separated) {
                lines.add("");
                separated = true;
            }
            if (run.isCalibration()) {
                calibration(i + 1, run);
            } else {
                values(i + 1, run);
            }
            if (detail == PerfDisplay.Detail.VERBOSE) {
                lines.add("- Metadata:");
                Metadata own = run.metadata().without(common.entries().keySet());
                MetadataText.append(lines, "  ", own);
            }
        }
    }

    private void calibration(int number, PerfRun run) {
        lines.add("Run %d: %s".formatted(number, action(run)));
        int index = 0;
        for (Warmup warmup : run.warmups()) {
            index++;
            long loops = warmup.loops();
            String total =
                    PerfFormat.value(
                            unit, Durations.times(warmup.value(), loops * run.innerLoops()));
            String text;
            if (raw) {
                text = "%s (loops: %s)".formatted(total, PerfFormat.number(loops));
            } else if (unit == PerfUnit.SECOND) {
                text =
                        "%s (loops: %s, raw: %s)"
                                .formatted(
                                        PerfFormat.value(unit, warmup.value()),
                                        PerfFormat.number(loops),
                                        total);
            } else {
                text =
                        "%s (loops: %s)"
                                .formatted(
                                        PerfFormat.value(unit, warmup.value()),
                                        PerfFormat.number(loops));
            }
            lines.add("- %scalibrate %d: %s".formatted(raw ? "raw " : "", index, text));
        }
    }

    private static String action(PerfRun run) {
        Metadata said = run.metadata();
        if (run.calibratedWarmups().isPresent()) {
            return "%scalibrate the number of warmups: %s"
                    .formatted(
                            said.has("calibrate_warmups") ? "" : "re",
                            PerfFormat.number(run.calibratedWarmups().getAsLong()));
        }
        return "%scalibrate the number of loops: %s"
                .formatted(
                        said.has("recalibrate_loops") ? "re" : "",
                        PerfFormat.number(run.calibratedLoops().orElse(run.loops())));
    }

    private void values(int number, PerfRun run) {
        List<String> warmups = new ArrayList<>();
        for (Warmup warmup : run.warmups()) {
            warmups.add(
                    raw
                            ? PerfFormat.value(
                                    unit,
                                    Durations.times(
                                            warmup.value(), warmup.loops() * run.innerLoops()))
                            : marked(warmup.value(), warmup.value()));
        }
        List<String> values = new ArrayList<>();
        List<Number> totals = Durations.raw(run);
        for (int i = 0; i < run.values().size(); i++) {
            Number value = run.values().get(i);
            values.add(
                    raw
                            ? marked(totals.get(i), totals.get(i).doubleValue() / run.totalLoops())
                            : marked(value, value));
        }
        if (detail == PerfDisplay.Detail.QUIET) {
            lines.add("Run " + number + ":");
        } else {
            lines.add(
                    "Run %d: %s, %s, %s"
                            .formatted(
                                    number,
                                    PerfFormat.number((long) warmups.size(), "warmup"),
                                    PerfFormat.number((long) values.size(), "value"),
                                    PerfFormat.number(run.loops(), "loop")));
            list("warmup", warmups);
        }
        list("value", values);
    }

    private void list(String name, List<String> texts) {
        IntStream.range(0, texts.size())
                .mapToObj(i ->
                        "- %s%s %d: %s".formatted(raw ? "raw " : "", name, i + 1, texts.get(i)))
                .forEach(lines::add);
    }

    private String marked(Number shown, Number value) {
        double distance = value.doubleValue() - mean;
        String text = PerfFormat.value(unit, shown);
        return Math.abs(distance) > mean * FAR
                ? text + " (" + PythonText.signedFixed(distance * 100 / mean, 0) + "%)"
                : text;
    }
}
