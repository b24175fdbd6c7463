package org.pykiln.ui.compare;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Verdict;

/// The columns of the table: words left, numbers right and sorted as numbers. The table is copied
/// whole, as text that other programs take.
final class ResultColumns {
    private ResultColumns() {}

    static void fill(TableView<ResultLine> table, ResultsViewModel model) {
        table.getColumns().add(words("Image", 150, ResultLine::candidate));
        table.getColumns().add(words("Datapoint", 210, ResultLine::name));
        table.getColumns()
                .add(
                        numbers(
                                "Baseline mean",
                                120,
                                ResultLine::baselineMean,
                                ResultLine::baselineText));
        table.getColumns()
                .add(numbers("Mean", 120, ResultLine::candidateMean, ResultLine::candidateText));
        table.getColumns().add(numbers("Ratio", 90, ResultLine::ratio, ResultLine::ratioText));
        table.getColumns()
                .add(numbers("95 % interval", 150, ResultLine::reach, ResultLine::intervalText));
        table.getColumns().add(words("Verdict", 120, line -> line.verdict().label()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new VerdictRow());
        table.setContextMenu(
                new ContextMenu(
                        item("Copy the table as Markdown", model::copyMarkdown),
                        item("Copy the table as CSV", model::copyCsv)));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static TableColumn<ResultLine, String> words(
            String title, double width, Function<ResultLine, String> text) {
        TableColumn<ResultLine, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<ResultLine, Double> numbers(
            String title,
            double width,
            ToDoubleFunction<ResultLine> number,
            Function<ResultLine, String> text) {
        TableColumn<ResultLine, Double> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(number.applyAsDouble(row.getValue())));
        column.setCellFactory(view -> new NumberCell(text));
        column.getStyleClass().add("number");
        return column;
    }

    private static final class NumberCell extends TableCell<ResultLine, Double> {
        private final Function<ResultLine, String> text;

        NumberCell(Function<ResultLine, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            @Nullable ResultLine line = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || line == null ? null : text.apply(line));
        }
    }

    private static final class VerdictRow extends TableRow<ResultLine> {
        @Override
        protected void updateItem(@Nullable ResultLine item, boolean empty) {
            super.updateItem(item, empty);
            for (Verdict verdict : Verdict.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(verdict.name().toLowerCase(Locale.ROOT)),
                        !empty && item != null && item.verdict() == verdict);
            }
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("total"), !empty && item != null && item.total());
        }
    }
}
