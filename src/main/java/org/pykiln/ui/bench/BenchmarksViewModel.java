package org.pykiln.ui.bench;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.ui.common.MeasureServices.Benchmark;

/// Which benchmarks will run: picked one by one, by tag, or all at once.
public final class BenchmarksViewModel {
    private final List<BenchmarkViewModel> all;
    private final StringProperty search = new SimpleStringProperty("");

    /// @param changed is told when another choice was made
    BenchmarksViewModel(List<Benchmark> benchmarks, Runnable changed) {
        this.all = benchmarks.stream().map(BenchmarkViewModel::new).toList();
        all.forEach(one -> one.picked().addListener((picked, before, now) -> changed.run()));
        search.subscribe(text -> all.forEach(one -> one.find(text)));
    }

    /// In the catalogue's order.
    public List<BenchmarkViewModel> all() {
        return all;
    }

    /// Part of the names or tags of the benchmarks that are shown.
    public StringProperty search() {
        return search;
    }

    /// Of all benchmarks, sorted.
    public List<String> tags() {
        return all.stream().flatMap(one -> one.tags().stream()).distinct().sorted().toList();
    }

    /// Names of those that will run.
    public List<String> picked() {
        return all.stream()
                .filter(one -> one.picked().get())
                .map(BenchmarkViewModel::name)
                .toList();
    }

    /// Picks the benchmarks of a group and no others.
    public void pick(BenchmarkGroup group) {
        all.forEach(one -> one.picked().set(one.isIn(group)));
    }

    public void pickNone() {
        all.forEach(one -> one.picked().set(false));
    }

    /// `smoke (14)`
    public String text(BenchmarkGroup group) {
        return "%s (%d)"
                .formatted(group.word(), all.stream().filter(one -> one.isIn(group)).count());
    }

    /// Picks the benchmarks with the tag besides those that are; or leaves them, where all are.
    public void toggle(String tag) {
        List<BenchmarkViewModel> tagged =
                all.stream().filter(one -> one.tags().contains(tag)).toList();
        boolean every = tagged.stream().allMatch(one -> one.picked().get());
        tagged.forEach(one -> one.picked().set(!every));
    }
}
