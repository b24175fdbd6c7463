package org.pykiln.ui.bench;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.ui.common.MeasureServices.Benchmark;

/// A benchmark, whether it will run, and whether the search finds it.
public final class BenchmarkViewModel {
    private final Benchmark benchmark;
    private final BooleanProperty picked;
    private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper(true);

    BenchmarkViewModel(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.picked = new SimpleBooleanProperty(benchmark.groups().contains(BenchmarkGroup.SMOKE));
    }

    public String name() {
        return benchmark.name();
    }

    public BooleanProperty picked() {
        return picked;
    }

    public ReadOnlyBooleanProperty found() {
        return found.getReadOnlyProperty();
    }

    public List<String> tags() {
        return benchmark.tags();
    }

    boolean isIn(BenchmarkGroup group) {
        return benchmark.groups().contains(group);
    }

    void find(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).strip();
        found.set(
                benchmark.name().contains(wanted)
                        || benchmark.tags().stream().anyMatch(tag -> tag.contains(wanted)));
    }
}
