package org.pykiln;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pykiln.engine.Cancellation;

/// Ctrl-C cancels the running command and gives it the time to remove its containers before the
/// process ends.
final class Interruption {
    private static final long SECONDS_TO_CLEAN_UP = 30;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Interruption() {}

    static Interruption install() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(interruption::stop));
        return interruption;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /// The command has ended, one way or the other.
    void ended() {
        ended.countDown();
    }

    private void stop() {
        cancellation.cancel();
        try {
            boolean clean = ended.await(SECONDS_TO_CLEAN_UP, TimeUnit.SECONDS);
            if (!clean) {
                System.err.println("Gave up waiting for containers to be removed.");
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
