package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// The block that `pyperf stats` prints for one benchmark.
final class StatsText {
    private static final int[] PERCENTILES = {0, 5, 25, 50, 75, 95, 100};
    private static final Map<Integer, String> NAMES =
            Map.of(0, "minimum", 25, "Q1", 50, "median", 75, "Q3", 100, "maximum");
    private static final double TUKEY = 1.5;

    private final PerfBenchmark benchmark;
    private final PerfUnit unit;
    private final List<Number> values;
    private final Number mean;
    private final List<String> lines = new ArrayList<>();

    private StatsText(PerfBenchmark benchmark) {
        this.benchmark = benchmark;
        this.unit = benchmark.unit();
        this.values = benchmark.values();
        if (values.isEmpty()) {
            throw new PerfDataException(
                    "benchmark %s has calibration runs only"
                            .formatted(PythonText.repr(benchmark.name())));
        }
        this.mean = PerfStatistics.mean(values);
    }

    static List<String> lines(PerfBenchmark benchmark) {
        StatsText text = new StatsText(benchmark);
        text.durations();
        text.counts();
        text.loops();
        text.summary();
        text.percentiles();
        text.outliers();
        return text.lines;
    }

    private void durations() {
        double duration = Durations.of(benchmark);
        if (duration != 0) {
            lines.add("Total duration: " + PerfFormat.duration(duration));
        }
        PerfDates.of(benchmark).ifPresent(dates -> lines.addAll(dates.lines()));
        List<Number> raw =
                benchmark.runs().stream().flatMap(run -> Durations.raw(run).stream()).toList();
        lines.add("Raw value minimum: " + format(min(raw)));
        lines.add("Raw value maximum: " + format(max(raw)));
        lines.add("");
    }

    private void counts() {
        long runs = benchmark.runs().size();
        long withValues = benchmark.valueRuns().size();
        lines.add("Number of calibration run: " + PerfFormat.number(runs - withValues));
        lines.add("Number of run with values: " + PerfFormat.number(withValues));
        lines.add("Total number of run: " + PerfFormat.number(runs));
        lines.add("");
        lines.add("Number of warmup per run: " + average(perRun(run -> run.warmups().size())));
        lines.add("Number of value per run: " + average(perRun(run -> run.values().size())));
    }

    private static String average(Number number) {
        return PerfFormat.number(number) + (number instanceof Double ? " (average)" : "");
    }

    /// What all runs with values share, else the mean as a float.
    private Number perRun(ToLongFunction<PerfRun> property) {
        long[] all = benchmark.valueRuns().stream().mapToLong(property).toArray();
        long first = all[0];
        for (long other : all) {
            if (other != first) {
                double[] doubles = Arrays.stream(all).asDoubleStream().toArray();
                return PerfStatistics.fsum(doubles) / all.length;
            }
        }
        return first;
    }

    private void loops() {
        Number outer = perRun(PerfRun::loops);
        Number inner = perRun(PerfRun::innerLoops);
        String text;
        if (outer instanceof Long a && inner instanceof Long b) {
            text = PerfFormat.number(a * b);
        } else {
            text = PythonText.repr(outer.doubleValue() * inner.doubleValue()) + " (average)";
        }
        if (!inner.equals(1L)) {
            // pyperf forgets to fill in an average number of outer loops; so its text is kept.
            String outerText =
                    outer instanceof Long
                            ? PerfFormat.number(outer, "outer-loop")
                            : "%.1f outer-loops (average)";
            String innerText =
                    inner instanceof Long
                            ? PerfFormat.number(inner, "inner-loop")
                            : PythonText.fixed(inner.doubleValue(), 1) + " inner-loops (average)";
            text += " (" + outerText + " x " + innerText + ")";
        }
        lines.add("Loop iterations per value: " + text);
        lines.add("Total number of values: " + PerfFormat.number((long) values.size()));
        lines.add("");
    }

    private void summary() {
        Number median = PerfStatistics.median(values);
        boolean spread = values.size() > 2;
        List<String[]> table = new ArrayList<>();
        table.add(new String[] {"Minimum", format(min(values))});
        if (spread) {
            table.add(row("Median +- MAD", median, PerfStatistics.medianAbsDev(values)));
            table.add(row("Mean +- std dev", mean, PerfStatistics.stdev(values)));
        } else {
            // The first of the two is the median; pyperf calls both so.
            table.add(new String[] {"Mean", format(median)});
            table.add(new String[] {"Mean", format(mean)});
        }
        table.add(new String[] {"Maximum", format(max(values))});
        int width = table.stream().mapToInt(row -> row[0].length() + 1).max().orElse(0);
        for (String[] row : table) {
            lines.add(PythonText.ljust(row[0] + ":", width) + " " + row[1]);
        }
        lines.add("");
    }

    private String[] row(String name, Number center, double spread) {
        return new String[] {name, String.join(" +- ", PerfFormat.values(unit, center, spread))};
    }

    private void percentiles() {
        double center = mean.doubleValue();
        for (int percent : PERCENTILES) {
            Number value = PerfStatistics.percentile(values, percent);
            String distance =
                    PythonText.signedFixed((value.doubleValue() - center) * 100.0 / center, 0);
            String name = NAMES.get(percent);
            lines.add(
                    "%3dth percentile: %s (%s%% of the mean)%s"
                            .formatted(
                                    percent,
                                    format(value),
                                    distance,
                                    name == null ? "" : " -- " + name));
        }
        lines.add("");
    }

    private void outliers() {
        Number q1 = PerfStatistics.percentile(values, 25);
        Number q3 = PerfStatistics.percentile(values, 75);
        double reach = TUKEY * (q3.doubleValue() - q1.doubleValue());
        double low = q1.doubleValue() - reach;
        double high = q3.doubleValue() + reach;
        long outliers =
                values.stream()
                        .filter(value -> value.doubleValue() < low || value.doubleValue() > high)
                        .count();
        List<String> bounds = PerfFormat.values(unit, low, high);
        lines.add(
                "Number of outlier (out of %s..%s): %s"
                        .formatted(
                                bounds.getFirst(), bounds.getLast(), PerfFormat.number(outliers)));
    }

    private String format(Number value) {
        return PerfFormat.value(unit, value);
    }

    static Number min(List<Number> values) {
        return values.stream().min(Comparator.comparingDouble(Number::doubleValue)).orElseThrow();
    }

    static Number max(List<Number> values) {
        return values.stream().max(Comparator.comparingDouble(Number::doubleValue)).orElseThrow();
    }
}
