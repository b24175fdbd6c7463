package org.pykiln.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.Job;
import org.pykiln.job.JobListener;
import org.pykiln.job.JobQueue;
import org.pykiln.job.LogRing;
import org.pykiln.job.Work;

/// All jobs of this run of the window. However often a job tells of itself, the window's thread
/// looks at it once.
public final class JobsViewModel implements JobListener {
    private final JobQueue queue;
    private final FxScheduler fx;
    private final InstantSource clock;
    private final AtomicBoolean due = new AtomicBoolean();
    private final Map<Job<?>, Runnable> endings = new HashMap<>();
    private final ObservableList<JobViewModel> jobs = FXCollections.observableArrayList();
    private final ObservableList<JobViewModel> waiting = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unfinished = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable JobViewModel> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable JobViewModel> current =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final LogViewModel log;
    private final BiConsumer<Problem, Consumer<Problem>> failures;
    private FxScheduler.Pending ticking = FxScheduler.Pending.NONE;
    private int newest;

    /// @param failures is told why a job failed, and by whom that is reported
    public JobsViewModel(
            JobQueue queue,
            FxScheduler fx,
            InstantSource clock,
            LogViewModel log,
            BiConsumer<Problem, Consumer<Problem>> failures) {
        this.failures = failures;
        this.queue = queue;
        this.fx = fx;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.log = log;
        selected.subscribe(this::showLog);
        queue.addListener(this);
    }

    /// Newest first.
    public ObservableList<JobViewModel> jobs() {
        return jobs;
    }

    /// Those that wait, in the order in which they will run.
    public ObservableList<JobViewModel> waiting() {
        return waiting;
    }

    /// How many run, wait or are being cancelled.
    public ReadOnlyIntegerProperty unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /// The one whose log is shown; null for none.
    public ObjectProperty<@Nullable JobViewModel> selected() {
        return selected;
    }

    /// The one that runs, or else the newest; null before the first.
    public ReadOnlyObjectProperty<@Nullable JobViewModel> current() {
        return current.getReadOnlyProperty();
    }

    /// Advances once a second while something runs.
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public LogViewModel log() {
        return log;
    }

    public boolean isBusy() {
        return queue.isBusy();
    }

    /// Submits work and selects its job. One of the two callbacks is called on the window's thread
    /// when it ends, and none when it was cancelled.
    public <T> void submit(String name, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Job<T> job = queue.submit(name, work);
        endings.put(
                job,
                () -> {
                    job.result().ifPresent(done);
                    job.problem().map(Problem::of).ifPresent(why -> failures.accept(why, failed));
                });
        refresh();
        jobs.stream().filter(item -> item.job() == job).findFirst().ifPresent(selected::set);
    }

    /// Shows a log that belongs to no job of this run.
    public void show(LogRing kept, String name) {
        selected.set(null);
        log.show(kept, name);
        wake();
    }

    /// Takes a job that has ended out of the list.
    public void forget(JobViewModel job) {
        if (!job.isRunning()) {
            queue.forget(job.job());
            jobs.remove(job);
            current.set(pickCurrent());
            if (selected.get() == job) {
                selected.set(null);
            }
        }
    }

    public void cancel(JobViewModel job) {
        queue.cancel(job.job());
    }

    /// The one that runs, where one does.
    public void cancelCurrent() {
        @Nullable JobViewModel one = current.get();
        if (one != null) {
            cancel(one);
        }
    }

    public void cancelAll() {
        queue.cancelAll();
    }

    /// Lets a job that waits run so many places later, or sooner where the number is below 0.
    public void move(JobViewModel job, int by) {
        queue.move(job.job(), by);
    }

    @Override
    public void changed(Job<?> job) {
        wake();
    }

    @Override
    public void logged(Job<?> job) {
        wake();
    }

    private void showLog(@Nullable JobViewModel job) {
        if (job == null) {
            log.show(new LogRing(1), "");
        } else {
            log.show(job.job().log(), job.name());
            wake();
        }
    }

    private void wake() {
        if (due.compareAndSet(false, true)) {
            fx.forEyes(() -> {
                due.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        for (Job<?> job : queue.jobs()) {
            if (job.number() > newest) {
                newest = job.number();
                jobs.addFirst(new JobViewModel(job));
            }
        }
        now.set(clock.instant());
        jobs.forEach(JobViewModel::refresh);
        queueUp();
        current.set(pickCurrent());
        if (log.pull()) {
            wake();
        }
        tick();
        List.copyOf(jobs).forEach(this::end);
    }

    private void queueUp() {
        List<Job<?>> order = queue.waiting();
        List<JobViewModel> next =
                jobs.stream()
                        .filter(job -> order.contains(job.job()))
                        .sorted(Comparator.comparingInt(job -> order.indexOf(job.job())))
                        .toList();
        if (!next.equals(waiting)) {
            waiting.setAll(next);
        }
        unfinished.set((int) jobs.stream().filter(JobViewModel::isRunning).count());
    }

    private @Nullable JobViewModel pickCurrent() {
        return jobs.reversed().stream()
                .filter(JobViewModel::isRunning)
                .findFirst()
                .orElse(jobs.isEmpty() ? null : jobs.getFirst());
    }

    private void end(JobViewModel job) {
        if (!job.isRunning()) {
            Optional.ofNullable(endings.remove(job.job())).ifPresent(Runnable::run);
        }
    }

    private void tick() {
        boolean running = jobs.stream().anyMatch(JobViewModel::isRunning);
        if (running && ticking == FxScheduler.Pending.NONE) {
            ticking = fx.every(Duration.ofSeconds(1), () -> now.set(clock.instant()));
        } else if (!running) {
            ticking.cancel();
            ticking = FxScheduler.Pending.NONE;
        }
    }
}
