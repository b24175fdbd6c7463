package org.pykiln.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.Job;
import org.pykiln.job.LogLine;

/// The log of one job: its newest lines, whether the view follows its end, and what is searched in
/// it.
public final class LogViewModel {
    private static final int BATCH = 5_000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper match = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");
    private @Nullable Job<?> job;
    private long seen;

    LogViewModel() {
        query.subscribe(text -> find(0, 1));
    }

    public ObservableList<LogLine> lines() {
        return lines;
    }

    /// Whether the newest line is kept in sight; scrolling up lets go.
    public BooleanProperty follow() {
        return follow;
    }

    public StringProperty query() {
        return query;
    }

    /// Index of the line that was found, or -1.
    public ReadOnlyIntegerProperty match() {
        return match.getReadOnlyProperty();
    }

    /// `3 of 12`, `nothing found`, or empty without a query.
    public ReadOnlyStringProperty matches() {
        return matches.getReadOnlyProperty();
    }

    public void next() {
        find(match.get() + 1, 1);
    }

    public void previous() {
        find(match.get() - 1, -1);
    }

    /// The whole log as far as it is kept.
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    public boolean isMatch(LogLine line) {
        String wanted = query.get().toLowerCase(Locale.ROOT);
        return !wanted.isEmpty() && line.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    void show(Optional<Job<?>> shown) {
        job = shown.orElse(null);
        seen = 0;
        lines.clear();
        match.set(-1);
        follow.set(true);
        pull();
    }

    /// Takes what is new from the job.
    ///
    /// @return whether there is more
    boolean pull() {
        if (job == null) {
            return false;
        }
        List<LogLine> news = job.log().after(seen, BATCH);
        if (news.isEmpty()) {
            return false;
        }
        seen = news.getLast().number();
        int excess = lines.size() + news.size() - job.log().capacity();
        if (excess > 0) {
            lines.remove(0, Math.min(excess, lines.size()));
        }
        lines.addAll(news);
        return news.size() == BATCH;
    }

    private void find(int from, int direction) {
        List<Integer> found =
                IntStream.range(0, lines.size())
                        .filter(i -> isMatch(lines.get(i)))
                        .boxed()
                        .toList();
        if (found.isEmpty()) {
            match.set(-1);
            matches.set(query.get().isEmpty() ? "" : "nothing found");
            return;
        }
        int place = direction > 0 ? 0 : found.size() - 1;
        for (int i = 0; i < found.size(); i++) {
            int at = direction > 0 ? i : found.size() - 1 - i;
            if (direction > 0 ? found.get(at) >= from : found.get(at) <= from) {
                place = at;
                break;
            }
        }
        follow.set(false);
        match.set(found.get(place));
        matches.set("%d of %d".formatted(place + 1, found.size()));
    }
}
