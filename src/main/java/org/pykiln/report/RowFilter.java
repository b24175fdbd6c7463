package org.pykiln.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;

/// Which rows of a comparison are wanted. Whatever is written of a comparison says so when it has
/// not all of them; geometric means stay those of all rows.
///
/// @param text that the name of the datapoint contains, in any case; empty for any name
/// @param verdicts that are wanted
public record RowFilter(String text, Set<Verdict> verdicts) {
    /// Every row.
    public static final RowFilter ALL = new RowFilter("", EnumSet.allOf(Verdict.class));

    public RowFilter {
        text = text.strip();
        verdicts = Set.copyOf(verdicts);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean accepts(String datapoint, Verdict verdict) {
        return verdicts.contains(verdict)
                && datapoint.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /// The same comparison with the wanted rows alone.
    Comparison of(Comparison comparison) {
        return new Comparison(
                comparison.baseline(),
                comparison.zone(),
                comparison.candidates().stream().map(this::of).toList());
    }

    private CandidateComparison of(CandidateComparison candidate) {
        return new CandidateComparison(
                candidate.name(),
                candidate.builds(),
                candidate.geomean(),
                candidate.adjustedP(),
                candidate.verdict(),
                rows(candidate),
                candidate.unmatched());
    }

    private List<Row> rows(CandidateComparison candidate) {
        return candidate.rows().stream().filter(row -> accepts(row.name(), row.verdict())).toList();
    }

    /// Such as `5 of 14 rows: with "json" in the name, faster or slower`.
    public String words(Comparison comparison, Quantity quantity) {
        int all = comparison.candidates().stream().mapToInt(one -> one.rows().size()).sum();
        int shown = comparison.candidates().stream().mapToInt(one -> rows(one).size()).sum();
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add("with \"%s\" in the name".formatted(text));
        }
        if (!verdicts.equals(ALL.verdicts)) {
            parts.add(
                    verdicts.stream()
                            .sorted()
                            .map(quantity::word)
                            .collect(Collectors.joining(" or ")));
        }
        return "%d of %d rows: %s".formatted(shown, all, String.join(", ", parts));
    }
}
