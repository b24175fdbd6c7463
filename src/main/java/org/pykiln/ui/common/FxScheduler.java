package org.pykiln.ui.common;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The only way to the window's thread. Tests have one that they turn by hand.
public interface FxScheduler extends Executor {
    /// Runs the task soon, on the window's thread, after those that were given before.
    @Override
    void execute(Runnable task);

    /// Runs the task on the window's thread, soon enough for eyes and not so soon that many such
    /// tasks keep the window from all else.
    default void forEyes(Runnable task) {
        execute(task);
    }

    /// Runs the task once after the delay, on the window's thread.
    Pending later(Duration delay, Runnable task);

    /// Runs the task again and again, on the window's thread.
    Pending every(Duration period, Runnable task);

    /// A task that has not run for the last time.
    interface Pending {
        Pending NONE = () -> {};

        void cancel();
    }
}
