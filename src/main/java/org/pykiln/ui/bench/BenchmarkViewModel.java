package org.pykiln.ui.bench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.pykiln.ui.common.Services.Benchmark;

/// A benchmark, and whether it will run.
public final class BenchmarkViewModel {
    private final Benchmark benchmark;
    private final BooleanProperty picked;

    BenchmarkViewModel(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.picked = new SimpleBooleanProperty(benchmark.usual());
    }

    public Benchmark benchmark() {
        return benchmark;
    }

    public String name() {
        return benchmark.name();
    }

    public BooleanProperty picked() {
        return picked;
    }
}
