package org.pykiln.ui.build;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/// The layers of the image that was built, as a list of bars.
public final class LayersController {
    private final LayersViewModel model;
    @FXML private Label summary;
    @FXML private ListView<LayersViewModel.Row> layers;

    public LayersController(LayersViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.textProperty().bind(model.summary());
        layers.setItems(model.rows());
        layers.setCellFactory(list -> new LayerCell());
    }
}
