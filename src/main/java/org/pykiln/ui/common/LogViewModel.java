package org.pykiln.ui.common;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.pykiln.job.FailureLine;
import org.pykiln.job.LogLine;
import org.pykiln.job.LogRing;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.FileStem;

/// The log of one job: its newest lines or those of one step, whether the view follows its end, and
/// what is searched in it. Whatever looks at all lines does so elsewhere.
public final class LogViewModel {
    /// What the window takes at once without being held up.
    private static final int BATCH = 50_000;

    /// Lines beyond those that are kept: to let go of some costs as much as to let go of many.
    private static final int SLACK = 20_000;

    private final Background background;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ObservableList<LogLine> all = FXCollections.observableArrayList();
    private final FilteredList<LogLine> lines = new FilteredList<>(all);
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final BooleanProperty onlyStep = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper marked = new ReadOnlyLongWrapper(-1);
    private final LogFindViewModel find;
    private LogRing log = new LogRing(1);
    private String name = "";
    private long seen;

    public LogViewModel(Background background, Dialogs dialogs, NavigationViewModel navigation) {
        this.background = background;
        this.dialogs = dialogs;
        this.navigation = navigation;
        this.find = new LogFindViewModel(background, this);
        step.subscribe(now -> {
            if (onlyStep.get()) {
                filter();
            }
        });
        onlyStep.subscribe(now -> filter());
    }

    /// What is shown: all lines, or those of the step.
    public ObservableList<LogLine> lines() {
        return lines;
    }

    public LogFindViewModel find() {
        return find;
    }

    /// Whether the newest line is kept in sight; scrolling up lets go.
    public BooleanProperty follow() {
        return follow;
    }

    /// The step that is pointed at: its place in the list of steps, from 1; 0 for none.
    public IntegerProperty step() {
        return step;
    }

    /// Whether lines of other steps are left out.
    public BooleanProperty onlyStep() {
        return onlyStep;
    }

    /// Number of the line that is pointed at, or -1.
    public ReadOnlyLongProperty marked() {
        return marked.getReadOnlyProperty();
    }

    /// Index among the shown lines of the line with this number, or below 0.
    public int indexOf(long number) {
        LogLine like = new LogLine(number, 0, Duration.ZERO, LogLine.Kind.NOTE, "");
        return Collections.binarySearch(
                lines, like, (one, other) -> Long.compare(one.number(), other.number()));
    }

    /// Points at a line, whether it is shown now or left out.
    public void mark(long number) {
        if (indexOf(number) < 0) {
            onlyStep.set(false);
        }
        follow.set(false);
        marked.set(-1);
        marked.set(number);
    }

    /// Points at the first line of a step.
    public void goTo(int wanted) {
        step.set(wanted);
        for (LogLine line : lines) {
            if (line.step() == wanted) {
                mark(line.number());
                return;
            }
        }
    }

    /// Points at the line that says why the job failed.
    public void goToError() {
        List<LogLine> kept = log.lines();
        background.run(
                () -> FailureLine.in(kept),
                number -> {
                    if (number.isPresent()) {
                        pull();
                        mark(number.getAsLong());
                    } else {
                        navigation.tell("Nothing failed in this log");
                    }
                },
                navigation::report);
    }

    /// Puts what is shown on the clipboard.
    public void copy() {
        List<LogLine> shown = List.copyOf(lines);
        background.run(
                () -> text(shown),
                text -> {
                    dialogs.copy(text);
                    navigation.tell("Copied " + Texts.count(shown.size(), "line"));
                },
                navigation::report);
    }

    /// Writes the whole log, as far as it is kept, to a file.
    public void save() {
        List<LogLine> kept = log.lines();
        dialogs.saveFile("Save the log", Dialogs.Kind.LOG, FileStem.of(name, "build") + ".log")
                .ifPresent(file ->
                        background.run(
                                () -> {
                                    AtomicFiles.write(file, text(kept));
                                    return file;
                                },
                                saved -> navigation.tell("Log saved to " + saved),
                                navigation::report));
    }

    /// What is shown, as text.
    public String text() {
        return text(lines);
    }

    static String text(List<LogLine> some) {
        return some.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /// Shows another log from its end.
    ///
    /// @param of what it is the log of
    public void show(LogRing shown, String of) {
        log = shown;
        name = of;
        seen = 0;
        onlyStep.set(false);
        step.set(0);
        all.clear();
        marked.set(-1);
        follow.set(true);
        find.restart(false);
        pull();
    }

    /// Takes what is new from the log.
    ///
    /// @return whether there is more
    boolean pull() {
        List<LogLine> news = log.after(seen, BATCH);
        if (news.isEmpty()) {
            return false;
        }
        seen = news.getLast().number();
        int excess = all.size() + news.size() - log.capacity();
        if (excess > SLACK) {
            all.remove(0, Math.min(excess, all.size()));
        }
        all.addAll(news);
        find.goOn();
        return log.last() > seen;
    }

    private void filter() {
        int wanted = step.get();
        lines.setPredicate(
                onlyStep.get() && wanted > 0 ? line -> line.step() == wanted : line -> true);
        find.restart(false);
    }
}
