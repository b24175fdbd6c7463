package org.pykiln.ui.presets;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The bar that offers what a window left that ended without closing.
public final class DraftController {
    private final DraftViewModel model;
    @FXML private HBox bar;
    @FXML private Label offer;

    public DraftController(DraftViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        offer.textProperty().bind(model.offer());
        bar.visibleProperty().bind(model.offer().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
    }

    @FXML
    void restore() {
        model.restore();
    }

    @FXML
    void discard() {
        model.discard();
    }
}
