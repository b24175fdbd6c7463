package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// One benchmark in the reference file and in each changed file.
record ComparedRow(String name, List<String> tags, Series reference, List<Result> results) {
    /// A benchmark of one file with what is printed of it.
    record Series(String file, PerfUnit unit, List<Number> values, Number mean, String text) {
        static Series of(String file, PerfBenchmark benchmark) {
            List<Number> values = benchmark.values();
            if (values.isEmpty()) {
                throw new PerfDataException(
                        "benchmark %s of %s has calibration runs only"
                                .formatted(PythonText.repr(benchmark.name()), file));
            }
            Number mean = PerfStatistics.mean(values);
            PerfUnit unit = benchmark.unit();
            return new Series(file, unit, values, mean, resultText(unit, values, mean));
        }

        String meanText() {
            return PerfFormat.value(unit, mean);
        }
    }

    /// Mean and standard deviation, or the value if it is the only one.
    static String resultText(PerfUnit unit, List<Number> values, Number mean) {
        return values.size() < 2
                ? PerfFormat.value(unit, mean)
                : String.join(" +- ", PerfFormat.values(unit, mean, PerfStatistics.stdev(values)));
    }

    /// `ratio` is the changed mean / the reference mean.
    record Result(
            Series reference, Series changed, double ratio, boolean significant, OptionalDouble t) {
        static Result of(Series reference, Series changed, OptionalDouble minSpeed) {
            double ratio = changed.mean.doubleValue() / reference.mean.doubleValue();
            PerfStatistics.TTest test = PerfStatistics.tTest(reference.values, changed.values);
            double factor = ratio < 1 ? 1 / ratio : ratio;
            boolean tooSmall = minSpeed.isPresent() && (factor - 1) * 100 < minSpeed.getAsDouble();
            return new Result(reference, changed, ratio, test.significant() && !tooSmall, test.t());
        }

        /// The line of the list, with the names of the files.
        String longLine() {
            String text =
                    "[%s] %s -> [%s] %s: %s"
                            .formatted(
                                    reference.file,
                                    reference.text,
                                    changed.file,
                                    changed.text,
                                    PerfFormat.ratio(ratio));
            boolean several = reference.values.size() > 1 || changed.values.size() > 1;
            return several ? "Mean +- std dev: " + text : text;
        }

        String shortLine() {
            return "%s -> %s: %s".formatted(reference.text, changed.text, PerfFormat.ratio(ratio));
        }

        List<String> lines(boolean verbose) {
            List<String> lines = new ArrayList<>();
            lines.add(longLine());
            if (t.isEmpty()) {
                lines.add("ERROR when testing if values are significant");
            }
            if (!significant) {
                lines.add("Not significant!");
            } else if (verbose) {
                lines.add(
                        t.isPresent()
                                ? "Significant (t=" + PythonText.fixed(t.getAsDouble(), 2) + ")"
                                : "Significant");
            }
            return lines;
        }
    }

    boolean anySignificant() {
        return results.stream().anyMatch(Result::significant);
    }
}
