package org.pykiln.plan;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Something in a build plan, and the ids of the knobs that put it there, sorted.
public record Entry<T>(T value, Set<String> knobs) {
    public Entry {
        // sorted, since Set.copyOf has another order in every run and rendered text must not
        knobs = Collections.unmodifiableSortedSet(new TreeSet<>(knobs));
    }

    /// @param knob empty for what no single knob put there
    static <T> Entry<T> of(T value, String knob) {
        return new Entry<>(value, knob.isEmpty() ? Set.of() : Set.of(knob));
    }

    Entry<T> replacedBy(T other, String knob) {
        return new Entry<>(other, knobs).alsoFrom(knob);
    }

    Entry<T> alsoFrom(String knob) {
        Set<String> all = new TreeSet<>(knobs);
        all.add(knob);
        return new Entry<>(value, all);
    }
}
