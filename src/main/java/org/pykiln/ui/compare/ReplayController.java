package org.pykiln.ui.compare;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import org.pykiln.ui.compare.ReplayViewModel.Line;

/// The published table beside the own one; closed until somebody opens it.
public final class ReplayController {
    private final ReplayViewModel model;
    @FXML private TitledPane pane;
    @FXML private Label text;
    @FXML private TableView<Line> table;

    public ReplayController(ReplayViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        pane.setText(model.title());
        pane.expandedProperty().bindBidirectional(model.open());
        pane.visibleProperty().bind(model.offered());
        pane.managedProperty().bind(model.offered());
        text.textProperty().bind(model.text());
        table.setItems(model.lines());
        column("Image", 150, false, Line::candidate);
        column("Datapoint", 210, false, Line::name);
        column("Published", 110, true, Line::published);
        column("Here", 110, true, Line::here);
        column("95 % interval", 150, true, Line::interval);
        column("Verdict", 120, false, Line::verdict);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private void column(String title, double width, boolean number, Function<Line, String> of) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(!number);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }
}
