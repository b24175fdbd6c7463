package org.pykiln.job;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs jobs one after the other: a build beside a measurement would falsify it.
public final class JobQueue {
    private final Executor executor;
    private final InstantSource clock;
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Job<?>> jobs = new ArrayList<>();
    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private @Nullable Job<?> running;
    private int submitted;

    /// @param executor starts a task of its own for whatever it is given, as one virtual thread for
    ///   each does
    public JobQueue(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    public void addListener(JobListener listener) {
        listeners.add(listener);
    }

    public <T> Job<T> submit(String name, Work<T> work) {
        Job<T> job;
        synchronized (this) {
            job = new Job<>(++submitted, name, work, clock, new Everyone());
            jobs.add(job);
            waiting.add(job);
        }
        new Everyone().changed(job);
        startNext();
        return job;
    }

    /// Asks the job to stop, whatever state it is in; returns at once.
    public void cancel(Job<?> job) {
        job.cancel().ifPresent(executor::execute);
    }

    public void cancelAll() {
        jobs().forEach(this::cancel);
    }

    /// Forgets a job; does nothing while it waits or runs.
    public synchronized void forget(Job<?> job) {
        if (job.state().isEnded()) {
            jobs.remove(job);
        }
    }

    /// All jobs, oldest first.
    public synchronized List<Job<?>> jobs() {
        return List.copyOf(jobs);
    }

    /// Those that wait, in the order in which they will run.
    public synchronized List<Job<?>> waiting() {
        return waiting.stream().filter(job -> job.state() == JobState.QUEUED).toList();
    }

    /// Lets a job that waits run before or after others that wait.
    ///
    /// @param by how many places: below 0 sooner, above 0 later; at the ends it stays there
    public void move(Job<?> job, int by) {
        synchronized (this) {
            List<Job<?>> order = new ArrayList<>(waiting());
            int from = order.indexOf(job);
            if (from < 0) {
                return;
            }
            order.remove(from);
            order.add(Math.clamp((long) from + by, 0, order.size()), job);
            waiting.clear();
            waiting.addAll(order);
        }
        new Everyone().changed(job);
    }

    /// Whether anything runs or waits.
    public boolean isBusy() {
        return jobs().stream().anyMatch(job -> !job.state().isEnded());
    }

    private void startNext() {
        Job<?> next;
        synchronized (this) {
            next = running == null ? waiting.poll() : null;
            running = next == null ? running : next;
        }
        if (next != null) {
            executor.execute(() -> run(next));
        }
    }

    private void run(Job<?> job) {
        try {
            job.run();
        } finally {
            synchronized (this) {
                running = null;
            }
            startNext();
        }
    }

    private final class Everyone implements JobListener {
        @Override
        public void changed(Job<?> job) {
            listeners.forEach(listener -> listener.changed(job));
        }

        @Override
        public void logged(Job<?> job) {
            listeners.forEach(listener -> listener.logged(job));
        }
    }
}
