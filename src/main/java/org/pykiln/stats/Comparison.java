package org.pykiln.stats;

import java.util.List;

/// A baseline against its candidates, in the order they were given.
///
/// @param candidates none where one image was measured alone
public record Comparison(
        String baseline, EquivalenceZone zone, List<CandidateComparison> candidates) {

    public Comparison {
        candidates = List.copyOf(candidates);
    }
}
