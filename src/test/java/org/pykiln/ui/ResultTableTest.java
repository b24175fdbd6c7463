package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.compare.ResultLine;
import org.pykiln.ui.compare.TableViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;

/// The table of the results: what of it is shown, and what is copied.
class ResultTableTest {
    @TempDir Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final SimpleObjectProperty<@Nullable Results> results = new SimpleObjectProperty<>();
    private final TableViewModel model = new TableViewModel(results, dialogs, navigation);

    @BeforeEach
    void open() throws ProblemException {
        results.set(
                new FakeServices(folder).results(List.of(Path.of("session")), Optional.empty()));
    }

    @Test
    void rowsAreFilteredByNameAndVerdict() {
        assertThat(model.tally().get()).isEqualTo("7 of 7");
        model.text().set("JSON");
        assertThat(model.shown()).extracting(ResultLine::name).contains("json_loads").hasSize(2);
        assertThat(model.tally().get()).isEqualTo("1 of 7");
        model.text().set("");
        model.verdicts().add(Verdict.FASTER);
        long faster = model.count(Verdict.FASTER);
        assertThat(faster).isPositive();
        assertThat(model.tally().get()).isEqualTo(faster + " of 7");
        assertThat(model.shown())
                .filteredOn(line -> !line.total())
                .allMatch(line -> line.verdict() == Verdict.FASTER);
        model.showAll();
        assertThat(model.tally().get()).isEqualTo("7 of 7");
        assertThat(model.verdicts()).isEmpty();
    }

    @Test
    void unresolvedRowsCanBeLeftOut() {
        model.onlyResolved().set(true);
        assertThat(model.shown())
                .filteredOn(line -> !line.total())
                .noneMatch(line -> line.verdict() == Verdict.UNRESOLVED)
                .hasSize((int) (7 - model.count(Verdict.UNRESOLVED)));
    }

    /// A mean over all rows under a few of them would be taken for the mean of these.
    @Test
    void theGeometricMeanSaysOfWhatItIs() {
        model.text().set("nbody");
        assertThat(model.shown())
                .filteredOn(ResultLine::total)
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("geometric mean of all 7"));
    }

    @Test
    void copiesHoldWhatIsShownAndSaySo() {
        model.text().set("nbody");
        model.copyMarkdown();
        assertThat(dialogs.clipboard)
                .startsWith("Filtered: 1 of 7 rows: with \"nbody\" in the name.")
                .contains("| nbody |")
                .doesNotContain("pickle");
        assertThat(navigation.notice().get()).isEqualTo("Table copied, filtered: 1 of 7");
        model.copyCsv();
        assertThat(dialogs.clipboard.lines().findFirst().orElse("")).endsWith(",filter");
        model.showAll();
        model.copyMarkdown();
        assertThat(dialogs.clipboard).startsWith("| datapoint |").contains("pickle");
    }

    @Test
    void peakMemoryIsSmallerOrLarger() {
        assertThat(model.hasMemory().get()).isTrue();
        model.quantity().set(Quantity.MEMORY);
        assertThat(model.lines()).hasSize(8);
        model.copyMarkdown();
        assertThat(dialogs.clipboard).contains("larger", " MB |").doesNotContain("slower");
        results.set(null);
        assertThat(model.quantity().get()).isEqualTo(Quantity.TIME);
        assertThat(model.lines()).isEmpty();
    }
}
