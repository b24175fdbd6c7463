package org.pykiln.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The newest lines of a job's log. Belongs to the job, so that a view may come and go.
public final class LogRing {
    private final int capacity;
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long last;

    public LogRing(int capacity) {
        this.capacity = capacity;
    }

    synchronized LogLine append(Duration at, LogLine.Kind kind, String text) {
        LogLine line = new LogLine(++last, at, kind, text);
        lines.addLast(line);
        if (lines.size() > capacity) {
            lines.removeFirst();
        }
        return line;
    }

    /// The oldest lines whose number is greater, at most `limit` of them.
    public synchronized List<LogLine> after(long number, int limit) {
        List<LogLine> found = new ArrayList<>();
        long skip = lines.isEmpty() ? 0 : Math.max(0, number + 1 - lines.getFirst().number());
        for (LogLine line : lines) {
            if (skip > 0) {
                skip--;
            } else if (found.size() < limit) {
                found.add(line);
            } else {
                break;
            }
        }
        return found;
    }

    public int capacity() {
        return capacity;
    }

    /// Number of the newest line, 0 when there is none.
    public synchronized long last() {
        return last;
    }
}
