package org.pykiln.dockerfile;

import java.util.Set;
import org.pykiln.plan.Entry;

/// One line of a Dockerfile, and the ids of the knobs because of which it is there as it is.
public record Line(String text, Set<String> knobs) {
    public Line {
        knobs = Set.copyOf(knobs);
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("more than one line: " + text);
        }
    }

    static Line plain(String text) {
        return new Line(text, Set.of());
    }

    static Line of(String text, Entry<?> entry) {
        return new Line(text, entry.knobs());
    }

    Line withText(String other) {
        return new Line(other, knobs);
    }
}
