package org.pykiln.job;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Writes down a log while it grows, every second and on a thread of its own, so that whoever logs
/// never waits for a disk. What cannot be written is given up: whoever keeps the whole log at the
/// end says so.
public final class LogKeeper implements AutoCloseable {
    private static final Duration BATCH = Duration.ofSeconds(1);
    private static final int LINES = 10_000;

    private final LogRing log;
    private final LogSegments file;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

    LogKeeper(LogRing log, LogSegments file) {
        this.log = log;
        this.file = file;
        thread.execute(this::follow);
    }

    private void follow() {
        long written = 0;
        try {
            boolean last;
            do {
                last = closing.await(BATCH.toMillis(), TimeUnit.MILLISECONDS);
                written = append(written);
            } while (!last);
        } catch (IOException | InterruptedException givenUp) {
            return;
        }
    }

    private long append(long written) throws IOException {
        long upTo = written;
        for (List<LogLine> lines = log.after(upTo, LINES);
                !lines.isEmpty();
                lines = log.after(upTo, LINES)) {
            file.append(lines);
            upTo = lines.getLast().number();
        }
        return upTo;
    }

    /// Writes what is left, and returns when it is written.
    @Override
    public void close() {
        closing.countDown();
        thread.close();
    }
}
