package org.pykiln.ui.compare;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What came out in words, and what has to be known before it is believed.
public final class ConclusionController {
    /// More images are told of in their own table.
    private static final int MOST_IMAGES = 4;

    /// More warnings are folded, so that the chart has room.
    private static final int MOST_WARNINGS = 2;

    private final ResultsViewModel model;
    @FXML private Label sentence;
    @FXML private FlowPane facts;
    @FXML private VBox warnings;
    @FXML private Hyperlink more;

    public ConclusionController(ResultsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        sentence.textProperty().bind(model.sentence());
        model.allWarnings().subscribe(all -> warn());
        model.results().subscribe(results -> {
            boolean few = model.images().size() <= MOST_IMAGES;
            facts.getChildren()
                    .setAll(model.images().stream().map(image -> fact(image, few)).toList());
            warn();
        });
    }

    private void warn() {
        List<String> all = model.warnings();
        int shown = model.allWarnings().get() ? all.size() : Math.min(all.size(), MOST_WARNINGS);
        warnings.getChildren()
                .setAll(all.subList(0, shown).stream().map(ConclusionController::warning).toList());
        more.setText(
                model.allWarnings().get()
                        ? "fewer warnings"
                        : "%d more".formatted(all.size() - shown));
        more.setVisible(all.size() > MOST_WARNINGS);
        more.setManaged(more.isVisible());
    }

    private static Label fact(ImageLine image, boolean whole) {
        Label label = new Label(image.name() + ": " + (whole ? image.text() : image.proofs()));
        Boolean good = image.good();
        if (good != null) {
            FontIcon icon = new FontIcon(good ? "fth-check-circle" : "fth-x-circle");
            icon.getStyleClass().add(good ? "tone-success" : "tone-danger");
            label.setGraphic(icon);
        }
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label warning(String text) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tone-warning");
        Label label = new Label(text, icon);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    @FXML
    void foldWarnings() {
        model.allWarnings().set(!model.allWarnings().get());
    }
}
