package org.pykiln.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Texts;

/// What came out in words, and what has to be known before it is believed.
public final class ConclusionController {
    /// More images are told of in their own table.
    private static final int MOST_IMAGES = 4;

    /// More sentences and warnings are folded, so that the chart has room.
    private static final int MOST_SENTENCES = 3;

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
        model.unfolded().subscribe(all -> say());
        model.results()
                .subscribe(results -> {
                    boolean few = model.images().size() <= MOST_IMAGES;
                    facts.getChildren()
                            .setAll(
                                    model.images().stream()
                                            .map(image -> fact(image, few))
                                            .toList());
                    say();
                });
    }

    private void say() {
        List<String> sentences = model.sentence().get().lines().toList();
        List<String> cautions = model.warnings();
        sentence.setText(String.join("\n", some(sentences, MOST_SENTENCES)));
        warnings.getChildren()
                .setAll(
                        some(cautions, MOST_WARNINGS).stream()
                                .map(ConclusionController::warning)
                                .toList());
        List<String> left = new ArrayList<>();
        left(left, sentences.size() - MOST_SENTENCES, "more sentence");
        left(left, cautions.size() - MOST_WARNINGS, "more warning");
        more.setText(model.unfolded().get() ? "say less" : String.join(", ", left));
        more.setVisible(!left.isEmpty());
        more.setManaged(more.isVisible());
    }

    private List<String> some(List<String> all, int most) {
        return model.unfolded().get() ? all : all.subList(0, Math.min(all.size(), most));
    }

    private static void left(List<String> parts, int number, String one) {
        if (number > 0) {
            parts.add(Texts.count(number, one));
        }
    }

    private Label fact(ImageLine image, boolean whole) {
        Label label = Labels.wrapped(image.name() + ": " + (whole ? image.text() : image.proofs()));
        Boolean good = image.good();
        if (good != null) {
            FontIcon icon = new FontIcon(good ? "fth-check-circle" : "fth-x-circle");
            icon.getStyleClass().add(good ? "tone-success" : "tone-danger");
            label.setGraphic(icon);
        }
        label.maxWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        facts.getWidth()
                                                - facts.getInsets().getLeft()
                                                - facts.getInsets().getRight(),
                                facts.widthProperty(),
                                facts.insetsProperty()));
        return label;
    }

    private static Label warning(String text) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tone-warning");
        Label label = Labels.wrapped(text);
        label.setGraphic(icon);
        return label;
    }

    @FXML
    void unfold() {
        model.unfolded().set(!model.unfolded().get());
    }
}
