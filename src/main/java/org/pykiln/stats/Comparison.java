package org.pykiln.stats;

import java.util.List;

/// A baseline against its candidates, at least one, in the order they were given.
public record Comparison(
        String baseline, EquivalenceZone zone, List<CandidateComparison> candidates) {

    public Comparison {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs a candidate beside " + baseline);
        }
    }
}
