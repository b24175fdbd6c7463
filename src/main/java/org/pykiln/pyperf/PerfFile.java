package org.pykiln.pyperf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A suite and the name of its file as the user gave it; pyperf's texts derive column names from
/// it.
public record PerfFile(String name, PerfSuite suite) {
    /// The same file with only the named benchmarks (all if none is named), empty if it has none of
    /// them.
    Optional<PerfFile> only(List<String> benchmarks) {
        if (benchmarks.isEmpty()) {
            return Optional.of(this);
        }
        List<PerfBenchmark> kept =
                suite.benchmarks().stream()
                        .filter(benchmark -> benchmarks.contains(benchmark.name()))
                        .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new PerfFile(name, new PerfSuite(kept)));
    }

    Printed missing(List<String> benchmarks) {
        return Printed.failed(
                "The benchmark suite %s doesn't contain with benchmark name in %s"
                        .formatted(name, PythonText.repr(benchmarks)));
    }

    /// How pyperf shortens the names of these files: base names without extension where these
    /// differ, else base names, else as given.
    public static UnaryOperator<String> shortener(List<PerfFile> files) {
        Set<String> bases = new HashSet<>();
        Set<String> stems = new HashSet<>();
        for (PerfFile file : files) {
            bases.add(base(file.name));
            stems.add(stem(base(file.name)));
        }
        if (bases.size() != files.size()) {
            return UnaryOperator.identity();
        }
        if (stems.size() != bases.size()) {
            return PerfFile::base;
        }
        return name -> stem(base(name));
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String stem(String base) {
        int dot = base.lastIndexOf('.');
        boolean dotsOnly = base.chars().limit(Math.max(dot, 0)).allMatch(c -> c == '.');
        String stem = dotsOnly ? base : base.substring(0, dot);
        return stem.endsWith(".json") ? stem.substring(0, stem.length() - ".json".length()) : stem;
    }
}
