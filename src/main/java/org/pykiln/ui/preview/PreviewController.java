package org.pykiln.ui.preview;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.Shortcut;

/// The Dockerfile beside the form.
public final class PreviewController {
    private final PreviewViewModel model;
    @FXML private VBox root;
    @FXML private Label summary;
    @FXML private Label rendered;
    @FXML private Button copy;
    @FXML private Button export;

    public PreviewController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.textProperty().bind(model.summary());
        rendered.visibleProperty().bind(model.renderedOnly());
        rendered.managedProperty().bind(rendered.visibleProperty());
        rendered.setTooltip(new Tooltip("Nobody has built an image like this yet"));
        DockerfileView view = new DockerfileView(model);
        VBox.setVgrow(view, Priority.ALWAYS);
        root.getChildren().add(view);
        Shortcut.label(copy, "Copy the Dockerfile");
        Shortcut.EXPORT.describe(export);
    }

    @FXML
    void copy() {
        model.copy();
    }

    @FXML
    void export() {
        model.export();
    }
}
