package org.pykiln.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.Cancellation;

/// One piece of long work: what it is called, how far it is, what it said, what came of it. Made by
/// a [JobQueue].
///
/// @param <T> what comes out of it
public final class Job<T> {
    private static final int LOG_LINES = 200_000;

    private final int number;
    private final String name;
    private final Work<T> work;
    private final InstantSource clock;
    private final JobListener listener;
    private final Cancellation cancellation = new Cancellation();
    private final LogRing log = new LogRing(LOG_LINES);
    private Progress progress = Progress.queued();
    private @Nullable T result;
    private @Nullable Exception problem;

    Job(int number, String name, Work<T> work, InstantSource clock, JobListener listener) {
        this.number = number;
        this.name = name;
        this.work = work;
        this.clock = clock;
        this.listener = listener;
    }

    /// Counts the jobs of one queue from 1.
    public int number() {
        return number;
    }

    /// What it does: `Build debian-o3`.
    public String name() {
        return name;
    }

    public Work<T> work() {
        return work;
    }

    public synchronized Progress progress() {
        return progress;
    }

    public JobState state() {
        return progress().state();
    }

    public LogRing log() {
        return log;
    }

    /// There once it has succeeded.
    public synchronized Optional<T> result() {
        return Optional.ofNullable(result);
    }

    /// There once it has failed.
    public synchronized Optional<Exception> problem() {
        return Optional.ofNullable(problem);
    }

    /// @return what is left to do for it, which may take a moment: not for the thread of a window
    Optional<Runnable> cancel() {
        boolean running;
        synchronized (this) {
            running = progress.state() == JobState.RUNNING;
            if (!running && progress.state() != JobState.QUEUED) {
                return Optional.empty();
            }
            progress = at(running ? JobState.CANCELLING : JobState.CANCELLED);
        }
        listener.changed(this);
        return running ? Optional.of(cancellation::cancel) : Optional.empty();
    }

    void run() {
        synchronized (this) {
            if (progress.state() != JobState.QUEUED) {
                return;
            }
            progress =
                    new Progress(
                            JobState.RUNNING,
                            List.of(),
                            "",
                            OptionalDouble.empty(),
                            Optional.of(clock.instant()),
                            Optional.empty());
        }
        listener.changed(this);
        try {
            work.begun(this);
            T value = work.run(new Context());
            end(JobState.SUCCEEDED, value, null);
        } catch (CancellationException stopped) {
            end(JobState.CANCELLED, null, null);
        } catch (Exception failure) {
            // what is torn down breaks: of a job that is being cancelled this is no news
            boolean asked = state() == JobState.CANCELLING;
            end(asked ? JobState.CANCELLED : JobState.FAILED, null, failure);
        } catch (Error broken) {
            // a job that never ended would keep all others waiting, and nobody would hear of it
            end(JobState.FAILED, null, new IllegalStateException(broken));
        }
        work.ended(this);
    }

    private void end(JobState state, @Nullable T value, @Nullable Exception failure) {
        String said = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        if (state == JobState.FAILED) {
            said = said.isEmpty() ? String.valueOf(failure) : said;
            append(LogLine.Kind.PROBLEM, said);
        } else if (state == JobState.CANCELLED) {
            append(LogLine.Kind.NOTE, "Cancelled.");
        }
        synchronized (this) {
            result = value;
            problem = state == JobState.FAILED ? failure : null;
            progress = at(state);
        }
        listener.changed(this);
    }

    private Progress at(JobState state) {
        Instant now = clock.instant();
        boolean ended = state.isEnded();
        return new Progress(
                state,
                ended
                        ? progress.steps().stream().map(step -> step.end(now)).toList()
                        : progress.steps(),
                ended ? "" : progress.status(),
                state == JobState.SUCCEEDED ? OptionalDouble.of(1) : progress.done(),
                progress.started(),
                ended ? Optional.of(now) : Optional.empty());
    }

    private void append(LogLine.Kind kind, String text) {
        Progress seen = progress();
        Duration at = seen.elapsed(clock.instant());
        text.lines().forEach(line -> log.append(seen.steps().size(), at, kind, line));
        listener.logged(this);
    }

    private void update(UnaryOperator<Progress> change) {
        synchronized (this) {
            progress = change.apply(progress);
        }
        listener.changed(this);
    }

    private final class Context implements JobContext {
        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        @Override
        public void step(int number, int of, String title) {
            Instant now = clock.instant();
            update(p -> {
                List<Step> steps =
                        new ArrayList<>(p.steps().stream().map(s -> s.end(now)).toList());
                steps.add(new Step(number, of, title, now, Optional.empty(), false));
                return with(p, steps, p.status(), p.done());
            });
            append(LogLine.Kind.STEP, "%d/%d  %s".formatted(number, of, title));
            work.stepped(Job.this);
        }

        @Override
        public void cached() {
            update(p -> {
                List<Step> steps = new ArrayList<>(p.steps());
                if (!steps.isEmpty()) {
                    steps.addLast(steps.removeLast().fromCache());
                }
                return with(p, steps, p.status(), p.done());
            });
        }

        @Override
        public void status(String text) {
            update(p -> with(p, p.steps(), text, p.done()));
        }

        @Override
        public void progress(double done) {
            OptionalDouble share = OptionalDouble.of(Math.clamp(done, 0, 1));
            update(p -> with(p, p.steps(), p.status(), share));
        }

        @Override
        public void log(LogLine.Kind kind, String text) {
            append(kind, text);
        }

        private static Progress with(
                Progress p, List<Step> steps, String status, OptionalDouble done) {
            return new Progress(p.state(), steps, status, done, p.started(), p.ended());
        }
    }
}
