package org.pykiln.pyperf;

import java.io.IOException;

/// A file that is no pyperf file, and where it is not: `line` and `column` count from 1 (0: the
/// file as a whole). The reason is pyperf's message where pyperf has one.
public final class PerfFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String reason;

    PerfFileException(String file, JsonValue.Place place, String reason) {
        super(
                place.line() > 0
                        ? "%s:%d:%d: %s".formatted(file, place.line(), place.column(), reason)
                        : file + ": " + reason);
        this.file = file;
        this.line = place.line();
        this.column = place.column();
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
