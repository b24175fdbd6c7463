package org.pykiln.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.pykiln.ui.common.TitledColumns;
import org.pykiln.ui.compare.ReplayViewModel.Line;

/// The published table beside the own one.
public final class ReplayController {
    private final ReplayViewModel model;
    @FXML private Label text;
    @FXML private TableView<Line> table;

    public ReplayController(ReplayViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        text.textProperty().bind(model.text());
        table.setItems(model.lines());
        table.getColumns().add(Columns.words("Image", 150, Line::candidate));
        table.getColumns().add(Columns.words("Datapoint", 210, Line::name));
        table.getColumns().add(Columns.texts("Published", 110, Line::published));
        table.getColumns().add(Columns.texts("Here", 110, Line::here));
        table.getColumns().add(Columns.texts("95 % interval", 150, Line::interval));
        table.getColumns().add(Columns.words("Verdict", 120, Line::verdict));
        TitledColumns.keep(table, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }
}
