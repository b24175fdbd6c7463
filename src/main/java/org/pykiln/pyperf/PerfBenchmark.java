package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One named series (a datapoint): all its runs, in the order of the file.
///
/// All runs agree in the twelve keys pyperf checks (host name, Python version, unit, …) or do not
/// have them; else [PerfDataException] says which key differs.
public record PerfBenchmark(List<PerfRun> runs) {
    /// pyperf 2.10.0 `_CHECKED_METADATA`.
    static final List<String> CHECKED =
            List.of(
                    "aslr",
                    "cpu_count",
                    "cpu_model_name",
                    "hostname",
                    "inner_loops",
                    "name",
                    "platform",
                    "python_executable",
                    "python_implementation",
                    "python_unicode",
                    "python_version",
                    "unit");

    public PerfBenchmark {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new PerfDataException("runs must be a non-empty sequence of Run objects");
        }
        PerfRun first = runs.getFirst();
        if (!first.metadata().has("name")) {
            throw new PerfDataException(
                    "A benchmark must have a name: the first run has no name metadata");
        }
        runs.stream().skip(1).forEach(run -> requireCompatible(first, run));
    }

    /// A benchmark of that name: the name is set in every run.
    public static PerfBenchmark of(String name, List<PerfRun> runs) {
        return new PerfBenchmark(runs.stream().map(run -> run.with("name", name)).toList());
    }

    private static void requireCompatible(PerfRun first, PerfRun run) {
        for (String key : CHECKED) {
            Optional<Object> current = first.metadata().get(key);
            Optional<Object> other = run.metadata().get(key);
            boolean same =
                    current.isPresent() == other.isPresent()
                            && (current.isEmpty()
                                    || MetadataRules.same(current.get(), other.orElseThrow()));
            if (!same) {
                throw new PerfDataException(
                        "incompatible benchmark, metadata %s is different: current=%s, run=%s"
                                .formatted(key, text(current), text(other)));
            }
        }
    }

    private static String text(Optional<Object> value) {
        return value.map(PythonText::str).orElse("None");
    }

    public String name() {
        return runs.getFirst().name().orElseThrow();
    }

    public PerfUnit unit() {
        return runs.getFirst().unit();
    }

    /// The tags that all runs have, as pyperformance writes them.
    public List<String> tags() {
        List<String> tags = runs.getFirst().metadata().tags();
        boolean shared = runs.stream().allMatch(run -> run.metadata().tags().equals(tags));
        return shared ? tags : List.of();
    }

    /// The metadata that all runs have in common.
    public Metadata metadata() {
        return Metadata.common(runs.stream().map(PerfRun::metadata).toList());
    }

    /// The values of all runs, in order.
    public List<Number> values() {
        return runs.stream().flatMap(run -> run.values().stream()).toList();
    }

    /// The values of all runs as doubles.
    public double[] doubles() {
        return values().stream().mapToDouble(Number::doubleValue).toArray();
    }

    /// The runs that have values.
    public List<PerfRun> valueRuns() {
        return runs.stream().filter(run -> !run.isCalibration()).toList();
    }

    /// A copy with more runs at the end.
    public PerfBenchmark plus(List<PerfRun> more) {
        List<PerfRun> all = new ArrayList<>(runs);
        all.addAll(more);
        return new PerfBenchmark(all);
    }
}
