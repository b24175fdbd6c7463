package org.pykiln.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Benchmarks that are asked for by one word.
public enum BenchmarkGroup {
    /// Chosen to cover the interpreter in about a minute.
    SMOKE("a selection that covers the interpreter in about a minute", Benchmark::smoke),
    /// Nothing but the kit: no layer and no download.
    KIT("all that need no third-party packages", benchmark -> !benchmark.needsPackages()),
    ALL("every benchmark; packages that some need are fetched first", benchmark -> true);

    private final String what;
    private final Predicate<Benchmark> holds;

    BenchmarkGroup(String what, Predicate<Benchmark> holds) {
        this.what = what;
        this.holds = holds;
    }

    /// As `-b` takes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public String what() {
        return what;
    }

    public boolean holds(Benchmark benchmark) {
        return holds.test(benchmark);
    }

    static Optional<BenchmarkGroup> of(String word) {
        return Stream.of(values()).filter(group -> group.word().equals(word)).findFirst();
    }
}
