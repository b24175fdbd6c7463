package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What `pyperf hist` 2.10.0 prints, byte for byte: one axis for all files of a benchmark.
///
/// pyperf fails where a file has a benchmark that another has not, after it has drawn the common
/// ones. So does this, with the last line of its traceback.
public final class PerfHistogram {
    private static final String UNMATCHED = "ValueError: too many values to unpack (expected 2)\n";

    private final List<PerfFile> files;
    private final PerfDisplay.Options options;
    private final HistogramOptions drawing;
    private final List<String> out = new ArrayList<>();

    private PerfHistogram(
            List<PerfFile> files, PerfDisplay.Options options, HistogramOptions drawing) {
        this.files = files;
        this.options = options;
        this.drawing = drawing;
    }

    public static Printed hist(
            List<PerfFile> files, PerfDisplay.Options options, HistogramOptions drawing) {
        List<PerfFile> chosen = new ArrayList<>();
        for (PerfFile file : files) {
            Optional<PerfFile> kept = file.only(options.benchmarks());
            if (kept.isEmpty()) {
                return file.missing(options.benchmarks());
            }
            chosen.add(kept.get());
        }
        return new PerfHistogram(chosen, options, drawing).print();
    }

    private Printed print() {
        List<String> names = commonNames();
        Optional<String> unmatched =
                files.stream()
                        .flatMap(file -> file.suite().names().stream())
                        .filter(name -> !names.contains(name))
                        .findFirst();
        try {
            for (int i = 0; i < names.size(); i++) {
                if (names.size() > 1) {
                    out.add(names.get(i));
                    out.add("=".repeat(PythonText.length(names.get(i))));
                    out.add("");
                }
                out.addAll(group(names.get(i)));
                if (i < names.size() - 1 && unmatched.isEmpty()) {
                    out.add("");
                }
            }
        } catch (PerfDataException e) {
            return new Printed(Printed.text(out), "ERROR: " + e.getMessage() + "\n", 1);
        }
        unmatched.ifPresent(name -> out.add("[ " + name + " ]"));
        return unmatched.isEmpty()
                ? Printed.done(Printed.text(out))
                : new Printed(Printed.text(out), UNMATCHED, 1);
    }

    private List<String> commonNames() {
        Set<String> common = new HashSet<>(files.getFirst().suite().names());
        files.forEach(file -> common.retainAll(new HashSet<>(file.suite().names())));
        return files.getFirst().suite().names().stream().filter(common::contains).toList();
    }

    private List<String> group(String name) {
        UnaryOperator<String> shortener = PerfFile.shortener(files);
        List<PerfBenchmark> benchmarks =
                files.stream().map(file -> file.suite().benchmark(name).orElseThrow()).toList();
        Axis axis = Axis.of(benchmarks, drawing.effectiveBins());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (files.size() > 1) {
                lines.add("[ " + shortener.apply(files.get(i).name()) + " ]");
            }
            bars(lines, benchmarks.get(i), axis);
            if (!options.quiet()) {
                CheckText.append(lines, benchmarks.get(i), options.python(), false);
            }
        }
        return lines;
    }

    private void bars(List<String> lines, PerfBenchmark benchmark, Axis axis) {
        Map<Long, Long> counts = new HashMap<>();
        benchmark.values().forEach(value -> counts.merge(axis.bucket(value), 1L, Long::sum));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        int countWidth = Long.toString(most).length();
        int labelWidth = 0;
        for (long bucket = axis.first; bucket <= axis.last; bucket++) {
            labelWidth = Math.max(labelWidth, axis.label(benchmark.unit(), bucket).length());
        }
        int longest = drawing.longestBar(labelWidth + ": %d #".formatted(most).length());
        double scale = (double) longest / most;
        for (long bucket = axis.first; bucket <= axis.last; bucket++) {
            long count = counts.getOrDefault(bucket, 0L);
            String bar = "#".repeat((int) Math.rint(count * scale));
            lines.add(
                    PythonText.rjust(axis.label(benchmark.unit(), bucket), labelWidth)
                            + ": "
                            + PythonText.rjust(Long.toString(count), countWidth)
                            + " "
                            + (bar.isEmpty() ? "|" : bar));
        }
    }

    /// Buckets of equal width, counted from zero.
    private record Axis(double width, long first, long last) {
        static Axis of(List<PerfBenchmark> benchmarks, int bins) {
            List<Number> all =
                    benchmarks.stream().flatMap(benchmark -> benchmark.values().stream()).toList();
            if (benchmarks.stream().anyMatch(benchmark -> benchmark.values().isEmpty())) {
                throw new PerfDataException(
                        "benchmark %s has calibration runs only"
                                .formatted(PythonText.repr(benchmarks.getFirst().name())));
            }
            Number min = StatsText.min(all);
            Number max = StatsText.max(all);
            double range =
                    max instanceof Long high && min instanceof Long low
                            ? (double) (high - low)
                            : max.doubleValue() - min.doubleValue();
            double width = range / bins == 0 ? 1 : range / bins;
            return new Axis(
                    width, (long) (min.doubleValue() / width), (long) (max.doubleValue() / width));
        }

        long bucket(Number value) {
            return (long) (value.doubleValue() / width);
        }

        String label(PerfUnit unit, long bucket) {
            return PerfFormat.value(unit, bucket * width);
        }
    }
}
