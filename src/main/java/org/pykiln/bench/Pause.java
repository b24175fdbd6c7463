package org.pykiln.bench;

import java.util.concurrent.CancellationException;
import org.pykiln.engine.Cancellation;

/// Lets a session wait between two of its units. May be asked for and ended at any moment from any
/// thread, also before the session has started; a unit that runs ends first.
public final class Pause {
    private boolean asked;

    /// The session waits before its next unit.
    public synchronized void ask() {
        asked = true;
    }

    /// The session goes on.
    public synchronized void end() {
        asked = false;
        notifyAll();
    }

    public synchronized boolean isAsked() {
        return asked;
    }

    /// Returns at once when no pause is asked for, else when it has ended.
    ///
    /// @param begins is told before the waiting
    /// @param ends is told after it, not when it is cancelled
    /// @throws CancellationException when cancelled, also in the middle of the pause
    public void hold(Runnable begins, Runnable ends, Cancellation cancellation) {
        if (!isAsked()) {
            return;
        }
        begins.run();
        try (var registration = cancellation.onCancel(this::wake)) {
            await(cancellation);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted in a pause");
        }
        cancellation.throwIfCancelled();
        ends.run();
    }

    private synchronized void await(Cancellation cancellation) throws InterruptedException {
        while (asked && !cancellation.isCancelled()) {
            wait();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }
}
