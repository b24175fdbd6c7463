package org.pykiln.lab;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pykiln.bench.Precision;
import org.pykiln.stats.CandidateComparison;

/// Rows that did not come to the precision that a session was to end at: that a datapoint was given
/// up is part of the result.
final class Imprecise {
    private Imprecise() {}

    /// One sentence a candidate that has such rows; none while a session is not whole.
    static List<String> warnings(Results results, Precision wanted) {
        if (results.variants().size() < 2 || !results.isWhole()) {
            return List.of();
        }
        return results.comparison(Optional.empty()).candidates().stream()
                .flatMap(candidate -> warning(candidate, wanted.target()).stream())
                .toList();
    }

    private static Optional<String> warning(CandidateComparison candidate, double wanted) {
        String rows =
                candidate.rows().stream()
                        .filter(row -> row.estimate().precision() > wanted)
                        .map(row ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (±%.1f %%)",
                                        row.name(),
                                        row.estimate().precision() * 100))
                        .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s did not come to ±%s %%: %s."
                                .formatted(
                                        candidate.name(),
                                        BigDecimal.valueOf(wanted * 100)
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        rows));
    }
}
