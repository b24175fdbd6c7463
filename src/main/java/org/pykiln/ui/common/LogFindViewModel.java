package org.pykiln.ui.common;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.LogLine;
import org.pykiln.job.LogSearch;

/// Finding in the lines of a log that are shown, while they grow. The lines are searched elsewhere,
/// those that are new after the others.
public final class LogFindViewModel {
    private final Background background;
    private final LogViewModel log;
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper bad = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private @Nullable Pattern pattern;
    private BitSet found = new BitSet();
    private int current = -1;
    private long searched;
    private boolean searching;
    private boolean jumps;

    /// Which search is the one that is wanted; those before it stop.
    private volatile int wanted;

    LogFindViewModel(Background background, LogViewModel log) {
        this.background = background;
        this.log = log;
        query.subscribe(now -> restart(true));
        regex.subscribe(now -> restart(true));
    }

    public StringProperty query() {
        return query;
    }

    /// Whether the query is a regular expression.
    public BooleanProperty regex() {
        return regex;
    }

    /// `3 of 12`, `nothing found`, what is wrong with the expression, or empty without a query.
    public ReadOnlyStringProperty matches() {
        return matches.getReadOnlyProperty();
    }

    /// Whether the query is no regular expression though it should be one.
    public ReadOnlyBooleanProperty bad() {
        return bad.getReadOnlyProperty();
    }

    /// Changes whenever other lines match than before.
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    public boolean isMatch(LogLine line) {
        return found.get(Math.toIntExact(line.number()));
    }

    public void next() {
        int next = found.nextSetBit(current + 1);
        point(next < 0 ? found.nextSetBit(0) : next);
    }

    public void previous() {
        int previous = current <= 0 ? -1 : found.previousSetBit(current - 1);
        point(previous < 0 ? found.length() - 1 : previous);
    }

    /// Searches all lines again.
    ///
    /// @param jump whether to point at the first line that is found
    void restart(boolean jump) {
        wanted++;
        jumps = jump;
        searching = false;
        found = new BitSet();
        current = -1;
        searched = 0;
        pattern = null;
        bad.set(false);
        if (!query.get().isEmpty()) {
            try {
                pattern = LogSearch.pattern(query.get(), regex.get());
            } catch (PatternSyntaxException wrong) {
                bad.set(true);
                matches.set(complaint(wrong));
                version.set(version.get() + 1);
                return;
            }
        }
        goOn();
        show();
    }

    /// Searches the lines that are new.
    void goOn() {
        Pattern now = pattern;
        List<LogLine> lines = log.lines();
        if (now == null || searching || lines.isEmpty() || lines.getLast().number() <= searched) {
            return;
        }
        int from = log.indexOf(searched + 1);
        List<LogLine> news = List.copyOf(lines.subList(from < 0 ? -from - 1 : from, lines.size()));
        int mine = wanted;
        searching = true;
        background.run(
                () -> LogSearch.find(news, now, () -> wanted != mine),
                more -> {
                    if (wanted == mine) {
                        take(more, news.getLast().number());
                    }
                },
                stopped -> {});
    }

    private void take(BitSet more, long last) {
        searching = false;
        searched = last;
        found.or(more);
        if (!log.lines().isEmpty()) {
            found.clear(0, Math.toIntExact(log.lines().getFirst().number()));
        }
        if (jumps && !found.isEmpty()) {
            jumps = false;
            next();
        }
        goOn();
        show();
    }

    private void point(int number) {
        if (number >= 0) {
            current = number;
            log.mark(number);
            show();
        }
    }

    private void show() {
        matches.set(tally());
        version.set(version.get() + 1);
    }

    private String tally() {
        if (pattern == null) {
            return "";
        }
        if (found.isEmpty()) {
            return searching ? "searching" : "nothing found";
        }
        int place = Math.max(1, found.get(0, current + 1).cardinality());
        return "%d of %d".formatted(place, found.cardinality());
    }

    private static String complaint(PatternSyntaxException wrong) {
        return wrong.getIndex() < 0
                ? wrong.getDescription()
                : "%s at %d".formatted(wrong.getDescription(), wrong.getIndex() + 1);
    }
}
