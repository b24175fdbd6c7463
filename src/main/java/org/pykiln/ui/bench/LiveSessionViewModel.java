package org.pykiln.ui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.bench.Pause;
import org.pykiln.job.JobContext;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.MeasureServices.Steering;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Texts;

/// The session that is being measured, or else the last one: how far it is, what came of it so far,
/// and what can be done with it.
public final class LiveSessionViewModel {
    /// Measures, and returns the session's folder.
    @FunctionalInterface
    interface Measurement {
        Path run(Steering steering, JobContext context) throws Exception;
    }

    /// Where the session is.
    public enum State {
        /// there is none, or nobody wants to see it any more
        NONE,
        WAITING,
        /// images are built and containers started
        PREPARING,
        MEASURING,
        /// a unit has to end first
        PAUSING,
        PAUSED,
        CANCELLING,
        ENDED
    }

    private record Running(
            String name, Path folder, JobViewModel job, Pause pause, LiveSession session) {}

    private final JobsViewModel jobs;
    private final NavigationViewModel navigation;
    private final BiConsumer<Path, BooleanSupplier> begun;
    private final Consumer<Path> showResults;
    private final List<Running> sessions = new ArrayList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final ObservableList<LiveLine> lines = FXCollections.observableArrayList();

    /// @param begun is given a session's folder, and whether it is still being measured
    /// @param showResults is given the folder of the session whose results are to be shown
    public LiveSessionViewModel(
            JobsViewModel jobs,
            NavigationViewModel navigation,
            BiConsumer<Path, BooleanSupplier> begun,
            Consumer<Path> showResults) {
        this.jobs = jobs;
        this.navigation = navigation;
        this.begun = begun;
        this.showResults = showResults;
        jobs.now().subscribe(now -> refresh());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a session runs or waits.
    public boolean isRunning() {
        return sessions.stream().anyMatch(one -> one.job().isRunning());
    }

    /// What it measures.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// How far it is: state, units, time left and time so far.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// The unit that runs, or what goes on before the first.
    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /// Failures and disturbances so far.
    public ReadOnlyStringProperty counts() {
        return counts.getReadOnlyProperty();
    }

    /// 0 to 1, below 0 where it is not known.
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    public ObservableList<String> warnings() {
        return warnings;
    }

    /// One for each datapoint and candidate.
    public ObservableList<LiveLine> lines() {
        return lines;
    }

    /// Measures as a job; its results are shown at the end.
    ///
    /// @param ended is told when it has come to its end, however it ended
    void run(String name, Path folder, Measurement work, Runnable ended) {
        LiveSession session = new LiveSession();
        Pause pause = new Pause();
        Steering steering = new Steering(pause, session::accept);
        jobs.submit(
                "Measure " + name,
                context -> work.run(steering, context),
                showResults,
                navigation::report);
        JobViewModel job = jobs.selected().get();
        if (job == null) {
            return;
        }
        sessions.add(new Running(name, folder, job, pause, session));
        job.progress()
                .subscribe(progress -> {
                    refresh();
                    if (progress.state().isEnded()) {
                        ended.run();
                    }
                });
        begun.accept(folder, job::isRunning);
    }

    /// The folder of a session that runs or waits.
    boolean isMeasuring(Path folder) {
        return sessions.stream()
                .anyMatch(one -> one.job().isRunning() && one.folder().equals(folder));
    }

    private @Nullable Running shown() {
        return sessions.stream()
                .filter(one -> one.job().isRunning())
                .findFirst()
                .orElse(sessions.isEmpty() ? null : sessions.getLast());
    }

    /// Pauses after the unit that runs, or goes on.
    public void togglePause() {
        Running now = shown();
        if (now != null && now.job().isRunning()) {
            if (now.pause().isAsked()) {
                now.pause().end();
            } else {
                now.pause().ask();
            }
            refresh();
        }
    }

    public void cancel() {
        Running now = shown();
        if (now != null) {
            jobs.cancel(now.job());
        }
    }

    public void showResults() {
        Running now = shown();
        if (now != null) {
            showResults.accept(now.folder());
        }
    }

    public void showLog() {
        Running now = shown();
        if (now != null) {
            jobs.selected().set(now.job());
            navigation.show(Section.BUILDS);
        }
    }

    /// Puts a session that has ended out of sight.
    public void close() {
        sessions.removeIf(one -> !one.job().isRunning());
        refresh();
    }

    private void refresh() {
        Running now = shown();
        if (now == null) {
            state.set(State.NONE);
            return;
        }
        LiveSession.Moment moment = now.session().now();
        state.set(state(now, moment));
        title.set(now.name());
        line.set(line(now, moment));
        doing.set(doing(now, moment));
        counts.set(counts(moment));
        share.set(
                moment.begun() && moment.total() > 0
                        ? (double) moment.finished() / moment.total()
                        : now.job().share());
        if (!warnings.equals(moment.warnings())) {
            warnings.setAll(moment.warnings());
        }
        if (!lines.equals(moment.lines())) {
            lines.setAll(moment.lines());
        }
    }

    private static State state(Running now, LiveSession.Moment moment) {
        return switch (now.job().state()) {
            case QUEUED -> State.WAITING;
            case CANCELLING -> State.CANCELLING;
            case CANCELLED, FAILED, INTERRUPTED, SUCCEEDED -> State.ENDED;
            case RUNNING ->
                    moment.paused() && now.pause().isAsked()
                            ? State.PAUSED
                            : now.pause().isAsked()
                                    ? State.PAUSING
                                    : moment.begun() ? State.MEASURING : State.PREPARING;
        };
    }

    private String line(Running now, LiveSession.Moment moment) {
        String word =
                switch (state.get()) {
                    case NONE -> "";
                    case WAITING -> "waiting for the jobs before it";
                    case PREPARING -> "preparing";
                    case MEASURING -> "measuring";
                    case PAUSING ->
                            moment.begun()
                                    ? "pausing when this unit ends"
                                    : "will pause before the first unit";
                    case PAUSED -> "paused";
                    case CANCELLING -> "cancelling";
                    case ENDED -> now.job().state().word();
                };
        List<String> parts = new ArrayList<>(List.of(word));
        if (moment.begun()) {
            parts.add("%d of %d units".formatted(moment.finished(), moment.total()));
        }
        if (moment.begun() && now.job().isRunning()) {
            parts.add("about %s left".formatted(Texts.clock(moment.remaining())));
        }
        Duration soFar = now.job().progress().get().elapsed(jobs.now().get());
        parts.add(Texts.clock(soFar) + (now.job().isRunning() ? " so far" : ""));
        return String.join(" · ", parts);
    }

    private static String doing(Running now, LiveSession.Moment moment) {
        return switch (now.job().state()) {
            case QUEUED, SUCCEEDED -> "";
            case CANCELLED, FAILED, INTERRUPTED ->
                    "What is measured is kept; it goes on from here among the unfinished sessions.";
            case RUNNING, CANCELLING ->
                    moment.paused()
                            ? "Nothing is measured now; other jobs wait until this one has ended."
                            : moment.begun() ? moment.doing() : now.job().progress().get().status();
        };
    }

    private static String counts(LiveSession.Moment moment) {
        return moment.begun()
                ? "against %s · %d failed · %d disturbed · %s measured again"
                        .formatted(
                                moment.baseline(),
                                moment.failures(),
                                moment.disturbed(),
                                Texts.count(moment.requeued(), "round"))
                : "";
    }
}
