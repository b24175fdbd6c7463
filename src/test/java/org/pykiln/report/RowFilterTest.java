package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;

class RowFilterTest {
    private static final RowFilter CHANGED =
            new RowFilter(" A ", EnumSet.of(Verdict.FASTER, Verdict.SLOWER));

    @Test
    void rowsAreTakenByNameAndVerdict() {
        var rows = CHANGED.of(Examples.fourteen()).candidates().getFirst().rows();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.name().toLowerCase()).contains("a"))
                .allSatisfy(row -> assertThat(row.verdict()).isIn(Verdict.FASTER, Verdict.SLOWER));
        long wanted =
                Examples.fourteen().candidates().getFirst().rows().stream()
                        .filter(row -> row.name().contains("a"))
                        .filter(row ->
                                row.verdict() == Verdict.FASTER || row.verdict() == Verdict.SLOWER)
                        .count();
        assertThat(rows).hasSize((int) wanted);
    }

    @Test
    void copiesSayThatTheyAreFiltered() {
        var comparison = Examples.fourteen();
        String words = CHANGED.words(comparison, Quantity.TIME);
        int shown = CHANGED.of(comparison).candidates().getFirst().rows().size();
        assertThat(words)
                .isEqualTo(shown + " of 14 rows: with \"A\" in the name, faster or slower");
        String markdown = MarkdownReport.table(comparison, Quantity.TIME, CHANGED);
        assertThat(markdown)
                .startsWith("Filtered: " + words + ". Geometric means are those of all rows.\n\n|");
        assertThat(markdown.lines().filter(line -> line.startsWith("|"))).hasSize(shown + 3);
        var csv = CsvTable.of(comparison, Quantity.TIME, CHANGED).lines().toList();
        assertThat(csv).hasSize(shown + 2);
        assertThat(csv.getFirst()).endsWith(",filter");
        assertThat(csv.subList(1, csv.size()))
                .allSatisfy(line -> assertThat(line).contains(shown + " of 14 rows"));
    }

    /// The precision and the mean are those of the whole, whatever is shown of it.
    @Test
    void whatIsShownOfARowDoesNotDependOnTheFilter() {
        var comparison = Examples.fourteen();
        var whole = MarkdownReport.table(comparison).lines().toList();
        assertThat(MarkdownReport.table(comparison, Quantity.TIME, CHANGED).lines().skip(2))
                .isSubsetOf(whole);
    }

    @Test
    void withoutAFilterNothingIsAdded() {
        var comparison = Examples.fourteen();
        assertThat(MarkdownReport.table(comparison, Quantity.TIME, RowFilter.ALL))
                .isEqualTo(MarkdownReport.table(comparison));
        assertThat(CsvTable.of(comparison, Quantity.TIME, RowFilter.ALL))
                .isEqualTo(CsvTable.of(comparison));
        assertThat(new RowFilter("", Set.copyOf(Arrays.asList(Verdict.values()))).isAll()).isTrue();
    }

    @Test
    void noVerdictLeavesNoRow() {
        var rows = new RowFilter("", Set.of()).of(Examples.fourteen()).candidates();
        assertThat(rows.getFirst().rows()).isEqualTo(List.<Row>of());
    }
}
