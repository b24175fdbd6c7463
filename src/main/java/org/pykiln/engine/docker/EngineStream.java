package org.pykiln.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A response of the engine that arrives item by item on a thread of docker-java. May be aborted at
/// any time, also before the response has begun: the library's own template forgets such an abort.
final class EngineStream<T> implements ResultCallback<T> {
    private final Consumer<T> items;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Closeable stream;
    private boolean aborted;
    private volatile @Nullable Throwable failure;

    /// What the receiver of the items threw, as against what the engine did.
    static final class ListenerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final RuntimeException thrown;

        ListenerFailure(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }

    EngineStream(Consumer<T> items) {
        this.items = items;
    }

    /// Drops the connection; nothing more is heard of it.
    void abort() {
        Closeable open;
        synchronized (this) {
            aborted = true;
            open = stream;
        }
        close(open);
    }

    /// Waits for the end of the response, however it comes.
    ///
    /// @return whether it ended in time
    boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Why the response did not end well.
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void onStart(Closeable opened) {
        boolean tooLate;
        synchronized (this) {
            stream = opened;
            tooLate = aborted;
        }
        if (tooLate) {
            close(opened);
        }
    }

    @Override
    public void onNext(T item) {
        if (isAborted() || failure != null) {
            return;
        }
        try {
            items.accept(item);
        } catch (RuntimeException e) {
            failure = new ListenerFailure(e);
            abort();
        } catch (Error e) {
            failure = e;
            abort();
        }
    }

    @Override
    public void onError(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        ended.countDown();
    }

    @Override
    public void onComplete() {
        ended.countDown();
    }

    @Override
    public void close() {
        abort();
    }

    private synchronized boolean isAborted() {
        return aborted;
    }

    private static void close(@Nullable Closeable open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }
}
