package org.pykiln.dockerfile;

import java.util.List;
import java.util.Set;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Step;

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

    /// The lines of a step, ended so that a command may follow.
    static List<Line> of(Entry<Step> step) {
        return (step.value().script().strip() + ";")
                .lines()
                .map(text -> new Line(text, step.knobs()))
                .toList();
    }

    Line withText(String other) {
        return new Line(other, knobs);
    }
}
