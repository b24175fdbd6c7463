package org.pykiln.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Asks a long piece of work to stop. May be cancelled at any moment from any thread, also before
/// the work has started; whoever runs the work either looks at [#isCancelled] or registers an
/// action that interrupts it.
public final class Cancellation {
    /// Undoes a registration when the work that it would interrupt has ended.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /// Runs every registered action once; later calls do nothing.
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Runs the action on cancellation, at once if that has already happened.
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    /// For work that has a good moment to stop.
    ///
    /// @throws CancellationException when cancelled
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }
}
