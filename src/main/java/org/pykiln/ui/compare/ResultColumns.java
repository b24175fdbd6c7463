package org.pykiln.ui.compare;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.compare.ResultsViewModel.Line;

/// The columns of the table: words left, numbers right.
final class ResultColumns {
    private ResultColumns() {}

    static void fill(TableView<Line> table) {
        table.getColumns().add(column("Image", 150, false, Line::candidate));
        table.getColumns().add(column("Datapoint", 210, false, Line::name));
        table.getColumns().add(column("Baseline mean", 120, true, Line::baselineMean));
        table.getColumns().add(column("Mean", 120, true, Line::candidateMean));
        table.getColumns().add(column("Ratio", 90, true, Line::ratio));
        table.getColumns().add(column("95 % interval", 150, true, Line::interval));
        table.getColumns().add(column("Verdict", 120, false, line -> line.verdict().label()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new VerdictRow());
    }

    private static TableColumn<Line, String> column(
            String title, double width, boolean number, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(!number);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(view -> new TextCell());
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static final class TextCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    private static final class VerdictRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line item, boolean empty) {
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
