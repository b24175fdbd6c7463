package org.pykiln.ui.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Precision;

/// How a session measures: how much, how often everything is built, and on what of the host.
public final class SessionOptionsViewModel {
    private static final String CPUS = "The CPUs";
    private static final String MEMORY = "The memory";

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.QUICK);
    private final BooleanProperty stopsWhenExact = new SimpleBooleanProperty();
    private final IntegerProperty builds = new SimpleIntegerProperty(1);
    private final StringProperty cpus = new SimpleStringProperty("");
    private final StringProperty memory = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ObservableList<String> offers = FXCollections.observableArrayList();
    private List<Integer> host = List.of();

    /// @param changed is told when another choice was made
    SessionOptionsViewModel(Runnable changed) {
        Runnable all =
                () -> {
                    complaint.set(obstacle());
                    changed.run();
                };
        mode.addListener((of, before, now) -> all.run());
        stopsWhenExact.addListener((of, before, now) -> all.run());
        builds.addListener((of, before, now) -> all.run());
        cpus.addListener((of, before, now) -> all.run());
        memory.addListener((of, before, now) -> all.run());
    }

    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /// Whether a benchmark is measured no further once its ratios are known to ±1 %.
    public BooleanProperty stopsWhenExact() {
        return stopsWhenExact;
    }

    /// Whether the mode has rounds to save.
    public static boolean canStopEarly(Mode mode) {
        return mode.rounds() > Precision.FEWEST_ROUNDS;
    }

    /// How often each preset is built, each build an image of its own.
    public IntegerProperty builds() {
        return builds;
    }

    /// Such as `1` or `0,2-3`; blank for the last one.
    public StringProperty cpus() {
        return cpus;
    }

    /// Such as `512m` or `2g`; blank for no limit.
    public StringProperty memory() {
        return memory;
    }

    /// CPUs to choose from: each alone, then all of them.
    public ObservableList<String> offers() {
        return offers;
    }

    /// What is wrong with CPUs or memory as they stand; empty when nothing is.
    public ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    Optional<Precision> precision() {
        return stopsWhenExact.get() && canStopEarly(mode.get())
                ? Optional.of(Precision.ONE_PERCENT)
                : Optional.empty();
    }

    /// @throws BenchException when there is a complaint about how they are written
    Limits limits() {
        return new Limits(
                Limits.cpuset(CPUS, cpus.get() == null ? "" : cpus.get()),
                Limits.memory(MEMORY, memory.get() == null ? "" : memory.get()));
    }

    /// Offers the CPUs of a host.
    ///
    /// @param number of them, by the engine's own account
    void offer(int number) {
        offer(IntStream.range(0, number).boxed().toList());
    }

    /// Offers the CPUs that a host was seen to have, and takes no others from now on.
    void know(List<Integer> seen) {
        host = List.copyOf(seen);
        offer(seen);
        complaint.set(obstacle());
    }

    private void offer(List<Integer> numbers) {
        List<String> each = numbers.stream().map(String::valueOf).toList();
        offers.setAll(each);
        if (each.size() > 1) {
            offers.add(String.join(",", each));
        }
    }

    private String obstacle() {
        try {
            return limits().unmet(host);
        } catch (BenchException bad) {
            return bad.problem().message();
        }
    }
}
