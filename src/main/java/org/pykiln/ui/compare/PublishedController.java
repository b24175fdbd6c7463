package org.pykiln.ui.compare;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.pykiln.ui.common.ResultServices.Reference;

/// Says so where the shown results are somebody else's.
public final class PublishedController {
    private final ResultsViewModel model;
    @FXML private HBox strip;
    @FXML private Label source;

    public PublishedController(ResultsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.results().subscribe(now -> show());
    }

    private void show() {
        Optional<Reference> published = model.published();
        source.setText(
                published
                        .map(one ->
                                one.name()
                                        + ". To see your own, build two presets and measure them"
                                        + " against each other.")
                        .orElse(""));
        strip.setVisible(published.isPresent());
        strip.setManaged(published.isPresent());
    }
}
