package org.pykiln.ui.compare;

import java.util.Comparator;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The table of the results, and what is shown of it.
public final class TableController {
    private final TableViewModel model;
    private final ChartViewModel charts;
    private final NavigationViewModel navigation;
    @FXML private HBox quantities;
    @FXML private HBox chips;
    @FXML private TextField filter;
    @FXML private ToggleButton onlyResolved;
    @FXML private Label tally;
    @FXML private MenuButton copy;
    @FXML private TableView<ResultLine> table;

    public TableController(
            TableViewModel model, ChartViewModel charts, NavigationViewModel navigation) {
        this.model = model;
        this.charts = charts;
        this.navigation = navigation;
    }

    @FXML
    void initialize() {
        filter.textProperty().bindBidirectional(model.text());
        onlyResolved.selectedProperty().bindBidirectional(model.onlyResolved());
        tally.textProperty().bind(model.tally());
        quantities.visibleProperty().bind(model.hasMemory());
        quantities.managedProperty().bind(model.hasMemory());
        quantity(Quantity.TIME, "left-pill");
        quantity(Quantity.MEMORY, "right-pill");
        VerdictChips chip = new VerdictChips(model);
        for (Verdict verdict : Verdict.values()) {
            chips.getChildren().add(chip.of(verdict));
        }
        rows();
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.showAll();
            }
        });
        navigation
                .finds()
                .subscribe((before, now) -> {
                    if (navigation.section().get() == Section.RESULTS) {
                        filter.requestFocus();
                    }
                });
        Shortcut.label(copy, "Copy the rows that are shown");
        Shortcut.label(onlyResolved, "Leave out rows that are not resolved");
    }

    /// Geometric means stay below, however the rows are sorted.
    private void rows() {
        SortedList<ResultLine> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> totalsLast(table.getComparator()),
                                table.comparatorProperty()));
        table.setSortPolicy(view -> true);
        table.setItems(sorted);
        ResultColumns.fill(table);
        table.setContextMenu(
                Columns.menu(
                        Columns.item("Copy the rows as Markdown", model::copyMarkdown),
                        Columns.item("Copy the rows as CSV", model::copyCsv)));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openRow();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openRow();
            }
        });
    }

    private static @Nullable Comparator<ResultLine> totalsLast(
            @Nullable Comparator<ResultLine> chosen) {
        return chosen == null
                ? null
                : Comparator.comparing(ResultLine::total).thenComparing(chosen);
    }

    private void quantity(Quantity quantity, String pill) {
        ToggleButton button = new ToggleButton(quantity.label());
        button.setId("quantity-" + quantity.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add(pill);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setOnAction(event -> {
            model.quantity().set(quantity);
            button.setSelected(true);
        });
        model.quantity().subscribe(now -> button.setSelected(now == quantity));
        Shortcut.label(button, "The %s of each datapoint".formatted(quantity.label()));
        quantities.getChildren().add(button);
    }

    private void openRow() {
        ResultLine line = table.getSelectionModel().getSelectedItem();
        if (line != null && !line.total()) {
            charts.open(line.name());
        }
    }

    @FXML
    void copyMarkdown() {
        model.copyMarkdown();
    }

    @FXML
    void copyCsv() {
        model.copyCsv();
    }
}
