package org.pykiln.ui.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.CsvTable;
import org.pykiln.report.MarkdownReport;
import org.pykiln.report.RowFilter;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ResultServices.Results;

/// The rows of the results, of time or of peak memory, and which of them are shown. What is copied
/// is what is shown, and says so.
public final class TableViewModel {
    private final ObservableValue<@Nullable Results> results;
    private final Dialogs dialogs;
    private final NavigationViewModel navigation;
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.TIME);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableSet<Verdict> verdicts = FXCollections.observableSet();
    private final BooleanProperty onlyResolved = new SimpleBooleanProperty();
    private final ObservableList<ResultLine> lines = FXCollections.observableArrayList();
    private final FilteredList<ResultLine> shown = new FilteredList<>(lines);
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hasMemory = new ReadOnlyBooleanWrapper();

    public TableViewModel(
            ObservableValue<@Nullable Results> results,
            Dialogs dialogs,
            NavigationViewModel navigation) {
        this.results = results;
        this.dialogs = dialogs;
        this.navigation = navigation;
        results.subscribe(this::fill);
        quantity.subscribe(now -> fill(results.getValue()));
        text.subscribe(now -> filter());
        onlyResolved.subscribe(now -> filter());
        verdicts.addListener((SetChangeListener<Verdict>) change -> filter());
    }

    /// What the rows tell of each datapoint.
    public ObjectProperty<Quantity> quantity() {
        return quantity;
    }

    /// Whether peak memory is known.
    public ReadOnlyBooleanProperty hasMemory() {
        return hasMemory.getReadOnlyProperty();
    }

    /// What the name of a datapoint contains that is shown.
    public StringProperty text() {
        return text;
    }

    /// Verdicts that are shown; none for all.
    public ObservableSet<Verdict> verdicts() {
        return verdicts;
    }

    public BooleanProperty onlyResolved() {
        return onlyResolved;
    }

    /// All rows, each candidate's geometric mean last.
    public ObservableList<ResultLine> lines() {
        return lines;
    }

    /// Those that the filter leaves, with all geometric means: these are of all rows.
    public FilteredList<ResultLine> shown() {
        return shown;
    }

    /// Such as `5 of 14`.
    public ReadOnlyStringProperty tally() {
        return tally.getReadOnlyProperty();
    }

    /// How many rows have the verdict.
    public long count(Verdict verdict) {
        return lines.stream().filter(line -> !line.total() && line.verdict() == verdict).count();
    }

    public void showAll() {
        text.set("");
        verdicts.clear();
        onlyResolved.set(false);
    }

    private RowFilter wanted() {
        Set<Verdict> all = EnumSet.allOf(Verdict.class);
        if (!verdicts.isEmpty()) {
            all.retainAll(verdicts);
        }
        if (onlyResolved.get()) {
            all.remove(Verdict.UNRESOLVED);
        }
        return new RowFilter(text.get(), all);
    }

    private Optional<Comparison> comparison() {
        return Optional.ofNullable(results.getValue())
                .flatMap(now ->
                        quantity.get() == Quantity.MEMORY
                                ? now.charts().memory()
                                : Optional.of(now.comparison()));
    }

    private void fill(@Nullable Results now) {
        hasMemory.set(now != null && now.charts().memory().isPresent());
        if (!hasMemory.get()) {
            quantity.set(Quantity.TIME);
        }
        lines.setAll(comparison().map(all -> ResultLine.of(all, quantity.get())).orElse(List.of()));
        filter();
    }

    private void filter() {
        RowFilter wanted = wanted();
        shown.setPredicate(line -> line.total() || wanted.accepts(line.name(), line.verdict()));
        tally.set("%d of %d".formatted(rows(shown), rows(lines)));
    }

    private static long rows(List<ResultLine> lines) {
        return lines.stream().filter(line -> !line.total()).count();
    }

    public void copyMarkdown() {
        copy(all -> MarkdownReport.table(all, quantity.get(), wanted()));
    }

    public void copyCsv() {
        copy(all -> CsvTable.of(all, quantity.get(), wanted()));
    }

    private void copy(Function<Comparison, String> form) {
        comparison()
                .ifPresent(all -> {
                    dialogs.copy(form.apply(all));
                    navigation.tell(
                            wanted().isAll()
                                    ? "Table copied"
                                    : "Table copied, filtered: " + tally.get());
                });
    }
}
