package org.pykiln.pyperf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The benchmarks of one pyperf file, in the order of the file, with unique names.
public record PerfSuite(List<PerfBenchmark> benchmarks) {
    public PerfSuite {
        benchmarks = List.copyOf(benchmarks);
        if (benchmarks.isEmpty()) {
            throw new PerfDataException(
                    "benchmarks must be a non-empty sequence of Benchmark objects");
        }
        Set<String> names = new HashSet<>();
        for (PerfBenchmark benchmark : benchmarks) {
            if (!names.add(benchmark.name())) {
                throw new PerfDataException(
                        "the suite has already a benchmark called "
                                + PythonText.repr(benchmark.name()));
            }
        }
    }

    public static PerfSuite of(PerfBenchmark... benchmarks) {
        return new PerfSuite(List.of(benchmarks));
    }

    /// One suite of all: runs of benchmarks with the same name are put together in the order given,
    /// which throws [PerfDataException] where they do not fit.
    public static PerfSuite merge(Collection<PerfSuite> suites) {
        Map<String, List<PerfRun>> runs = new LinkedHashMap<>();
        for (PerfSuite suite : suites) {
            for (PerfBenchmark benchmark : suite.benchmarks) {
                runs.computeIfAbsent(benchmark.name(), name -> new ArrayList<>())
                        .addAll(benchmark.runs());
            }
        }
        return new PerfSuite(runs.values().stream().map(PerfBenchmark::new).toList());
    }

    public List<String> names() {
        return benchmarks.stream().map(PerfBenchmark::name).toList();
    }

    public Optional<PerfBenchmark> benchmark(String name) {
        return benchmarks.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }

    /// The metadata that all runs of all benchmarks have in common.
    public Metadata metadata() {
        return Metadata.common(benchmarks.stream().map(PerfBenchmark::metadata).toList());
    }

    /// A copy whose every run has these entries too, such as `pykiln_image`.
    public PerfSuite with(Map<String, ?> metadata) {
        return new PerfSuite(
                benchmarks.stream()
                        .map(benchmark ->
                                new PerfBenchmark(
                                        benchmark.runs().stream()
                                                .map(run -> run.with(metadata))
                                                .toList()))
                        .toList());
    }
}
