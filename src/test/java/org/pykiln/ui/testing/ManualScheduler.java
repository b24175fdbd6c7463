package org.pykiln.ui.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.pykiln.ui.common.FxScheduler;

/// The window's thread, turned by hand. Tasks may come from any thread.
public final class ManualScheduler implements FxScheduler {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Runnable> ticking = new ArrayList<>();

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Pending later(Duration delay, Runnable task) {
        return every(delay, task);
    }

    @Override
    public Pending every(Duration period, Runnable task) {
        ticking.add(task);
        return () -> ticking.remove(task);
    }

    /// Runs all that is due, and what that brings.
    public void run() {
        for (Runnable task = poll(); task != null; task = poll()) {
            task.run();
        }
    }

    /// Runs what is due, and what other threads bring, until the condition holds.
    ///
    /// @throws AssertionError when it does not in a minute
    public void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        run();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(1_000_000);
            run();
        }
    }

    /// Lets every timer go off once.
    public void tick() {
        List.copyOf(ticking).forEach(Runnable::run);
    }

    public int timers() {
        return ticking.size();
    }

    public synchronized int waiting() {
        return tasks.size();
    }

    private synchronized Runnable poll() {
        return tasks.poll();
    }
}
