package org.pykiln.ui.common;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/// Columns that share the width of their table, and go sideways where that is too little for their
/// titles.
public final class TitledColumns {
    /// Pixels, on average.
    private static final double LETTER = 7.8;

    private static final double MARGIN = 34;

    private TitledColumns() {}

    /// How wide a column is that has room for so many letters.
    public static double width(int letters) {
        return letters * LETTER + MARGIN;
    }

    /// @param sharing how the columns share a width that is enough
    public static <T> void keep(
            TableView<T> table,
            @SuppressWarnings("rawtypes") Callback<ResizeFeatures, Boolean> sharing) {
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.setMinWidth(width(column.getText().length()));
        }
        double least = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        table.widthProperty()
                .subscribe(width ->
                        table.setColumnResizePolicy(
                                width.doubleValue() < least
                                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                                        : sharing));
    }
}
