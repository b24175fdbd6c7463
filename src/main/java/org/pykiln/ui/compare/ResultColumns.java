package org.pykiln.ui.compare;

import javafx.scene.control.TableView;
import org.pykiln.ui.common.TitledColumns;

/// The columns of the table of datapoints, in one precision each.
final class ResultColumns {
    private ResultColumns() {}

    static void fill(TableView<ResultLine> table) {
        table.getColumns().add(Columns.words("Image", 150, ResultLine::candidate));
        table.getColumns().add(Columns.words("Datapoint", 210, ResultLine::name));
        table.getColumns()
                .add(
                        Columns.numbers(
                                "Baseline mean",
                                120,
                                ResultLine::baselineMean,
                                ResultLine::baselineText));
        table.getColumns()
                .add(
                        Columns.numbers(
                                "Mean", 120, ResultLine::candidateMean, ResultLine::candidateText));
        table.getColumns()
                .add(Columns.numbers("Ratio", 90, ResultLine::ratio, ResultLine::ratioText));
        table.getColumns()
                .add(
                        Columns.numbers(
                                "95 % interval", 170, ResultLine::reach, ResultLine::intervalText));
        table.getColumns().add(Columns.words("Verdict", 120, ResultLine::word));
        TitledColumns.keep(table, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new VerdictRow());
    }
}
