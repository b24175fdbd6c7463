package org.pykiln.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pykiln.bench.ProcessMean;
import org.pykiln.lab.Results.Measured;

/// Numbers of rounds by which units are paired: runs of different sessions that happen to have the
/// same number were not measured together.
final class Rounds {
    /// Of one session, those included that stand for disturbed ones.
    private static final int MOST = 1_000_000;

    private Rounds() {}

    /// Such that no two sessions of the results have a round in common; empty where the units of
    /// the image are of no session, or of several.
    static List<Integer> of(Results results, Measured image, List<ProcessMean> units) {
        Set<Optional<String>> own = image.sessions();
        if (own.size() != 1 || own.iterator().next().isEmpty()) {
            return List.of();
        }
        List<Optional<String>> all =
                results.images().stream()
                        .flatMap(one -> one.sessions().stream())
                        .distinct()
                        .toList();
        int first = all.indexOf(own.iterator().next()) * MOST;
        return units.stream().map(unit -> first + unit.round()).toList();
    }
}
