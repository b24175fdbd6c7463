package org.pykiln.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The newest lines of a job's log. Belongs to the job, so that a view may come and go.
public final class LogRing {
    private final int capacity;

    /// Line `n` stands at `(n - 1) % capacity`.
    private final List<LogLine> lines = new ArrayList<>();

    private long last;

    public LogRing(int capacity) {
        this.capacity = capacity;
    }

    /// A log that does not grow any more.
    ///
    /// @param lines numbered from 1
    public static LogRing of(List<LogLine> lines) {
        LogRing ring = new LogRing(Math.max(1, lines.size()));
        ring.lines.addAll(lines);
        ring.last = lines.size();
        return ring;
    }

    synchronized LogLine append(int step, Duration at, LogLine.Kind kind, String text) {
        LogLine line = new LogLine(++last, step, at, kind, text);
        if (lines.size() < capacity) {
            lines.add(line);
        } else {
            lines.set(place(last), line);
        }
        return line;
    }

    /// The oldest lines whose number is greater, at most `limit` of them.
    public synchronized List<LogLine> after(long number, int limit) {
        long first = Math.max(number, last - lines.size()) + 1;
        long end = Math.min(last, first + limit - 1);
        List<LogLine> found = new ArrayList<>();
        for (long i = first; i <= end; i++) {
            found.add(lines.get(place(i)));
        }
        return found;
    }

    /// All that is kept.
    public List<LogLine> lines() {
        return after(0, capacity);
    }

    public int capacity() {
        return capacity;
    }

    /// Number of the newest line, 0 when there is none.
    public synchronized long last() {
        return last;
    }

    private int place(long number) {
        return (int) ((number - 1) % capacity);
    }
}
