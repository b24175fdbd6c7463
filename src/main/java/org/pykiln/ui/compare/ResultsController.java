package org.pykiln.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.Shortcut;

/// What came of measuring.
public final class ResultsController {
    private static final double CHART_SHARE = 0.6;

    /// Of many images there are many sentences, which scroll.
    private static final double CONCLUSION_SHARE = 0.28;

    private final ResultsViewModel model;
    private final KnobEffectViewModel effect;
    private final ReplayViewModel published;
    @FXML private StackPane root;
    @FXML private Node empty;
    @FXML private VBox shown;
    @FXML private VBox references;
    @FXML private VBox recent;
    @FXML private ScrollPane conclusionScroll;
    @FXML private Region conclusion;
    @FXML private Region chart;
    @FXML private TabPane parts;
    @FXML private Tab knobPart;
    @FXML private Tab publishedPart;
    @FXML private Label pasteHint;

    public ResultsController(
            ResultsViewModel model, KnobEffectViewModel effect, ReplayViewModel published) {
        this.model = model;
        this.effect = effect;
        this.published = published;
    }

    @FXML
    void initialize() {
        model.results()
                .subscribe(results -> {
                    empty.setVisible(results == null);
                    shown.setVisible(results != null);
                });
        conclusionScroll.prefHeightProperty().bind(conclusion.heightProperty().add(2));
        conclusionScroll
                .minHeightProperty()
                .bind(
                        Bindings.min(
                                conclusionScroll.prefHeightProperty(),
                                conclusionScroll.maxHeightProperty()));
        conclusionScroll
                .maxHeightProperty()
                .bind(shown.heightProperty().multiply(CONCLUSION_SHARE));
        chart.maxHeightProperty().bind(shown.heightProperty().multiply(CHART_SHARE));
        ResultOffers offers = new ResultOffers(model);
        Runnable offer = () -> offers.show(recent, references);
        model.recent().subscribe(offer);
        offer.run();
        parts();
        Shortcut.PASTE.whileShown(root, model::paste);
        pasteHint.setText(
                "Or drop session folders, bundles and pyperf files here, or paste them (%s): the first one is the baseline."
                        .formatted(Shortcut.PASTE.keys().getDisplayText()));
    }

    private void parts() {
        effect.open().bind(knobPart.selectedProperty());
        publishedPart.setText(published.title());
        published
                .offered()
                .subscribe(offered -> {
                    parts.getTabs().remove(publishedPart);
                    if (offered) {
                        parts.getTabs().add(publishedPart);
                    }
                });
        published
                .open()
                .subscribe(open -> {
                    if (open) {
                        parts.getSelectionModel().select(publishedPart);
                    } else if (publishedPart.isSelected()) {
                        parts.getSelectionModel().selectFirst();
                    }
                });
        publishedPart.selectedProperty().subscribe(selected -> published.open().set(selected));
    }

    @FXML
    void openSession() {
        model.openSession();
    }

    @FXML
    void openFiles() {
        model.openFiles();
    }

    @FXML
    void openBundle() {
        model.openBundle();
    }
}
