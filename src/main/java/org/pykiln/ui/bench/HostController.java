package org.pykiln.ui.bench;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the host is like, before anything starts.
public final class HostController {
    private final HostViewModel model;
    @FXML private Label line;
    @FXML private VBox warnings;

    public HostController(HostViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        line.textProperty().bind(model.line());
        line.visibleProperty().bind(model.line().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        model.warnings().subscribe(this::show);
        show();
    }

    private void show() {
        warnings.getChildren()
                .setAll(model.warnings().stream().map(HostController::warning).toList());
    }

    static Node warning(String text) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tone-warning");
        Label label = new Label(text, icon);
        label.getStyleClass().add("host-warning");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
