package org.pykiln.ui.preview;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What somebody looks for in the lines that are shown, in whatever letters.
public final class FindViewModel {
    private final Supplier<List<String>> lines;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper line = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper asked = new ReadOnlyLongWrapper();

    FindViewModel(Supplier<List<String>> lines) {
        this.lines = lines;
        query.subscribe(text -> find(Math.max(0, line.get()), 1));
        open.subscribe(now -> refresh());
    }

    public BooleanProperty open() {
        return open;
    }

    public StringProperty query() {
        return query;
    }

    /// Index of the line that was found, or -1.
    public ReadOnlyIntegerProperty line() {
        return line.getReadOnlyProperty();
    }

    /// `3 of 12`, counted in lines; `nothing found`; or empty without a query.
    public ReadOnlyStringProperty tally() {
        return tally.getReadOnlyProperty();
    }

    /// Counts how often somebody asked to find something.
    public ReadOnlyLongProperty asked() {
        return asked.getReadOnlyProperty();
    }

    public void ask() {
        open.set(true);
        asked.set(asked.get() + 1);
    }

    public void close() {
        open.set(false);
    }

    public void next() {
        find(line.get() + 1, 1);
    }

    public void previous() {
        find(line.get() - 1, -1);
    }

    /// What is marked in every line; empty for nothing.
    public String wanted() {
        return open.get() ? query.get() : "";
    }

    /// The lines are others now; the place stays where it may.
    void refresh() {
        find(Math.max(0, line.get()), 1);
    }

    private void find(int from, int direction) {
        List<String> all = lines.get();
        List<Integer> found =
                IntStream.range(0, all.size())
                        .filter(i -> Span.has(all.get(i), wanted()))
                        .boxed()
                        .toList();
        if (found.isEmpty()) {
            line.set(-1);
            tally.set(wanted().isEmpty() ? "" : "nothing found");
            return;
        }
        int place =
                direction > 0
                        ? (int) found.stream().filter(at -> at < from).count() % found.size()
                        : Math.floorMod(
                                (int) found.stream().filter(at -> at <= from).count() - 1,
                                found.size());
        line.set(found.get(place));
        tally.set("%d of %d".formatted(place + 1, found.size()));
    }
}
