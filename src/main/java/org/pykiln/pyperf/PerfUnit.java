package org.pykiln.pyperf;

import java.util.Locale;

/// What the values of a benchmark count: seconds (the default), bytes or a plain integer. The ids
/// are those of pyperf's `unit` metadata.
public enum PerfUnit {
    SECOND,
    BYTE,
    INTEGER;

    /// The text in a file: `second`, `byte` or `integer`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isKnown(String id) {
        for (PerfUnit unit : values()) {
            if (unit.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    static PerfUnit of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
