package org.pykiln.ui.configure;

import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Explanation;

/// The panel that explains the knob that has the focus.
public final class ExplanationController {
    private final ConfigureViewModel model;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label value;
    @FXML private VBox parts;

    public ExplanationController(ConfigureViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.explained()
                .subscribe(knob -> {
                    show(knob);
                    scroll.setVvalue(0);
                });
        model.recipes().recipe().subscribe(now -> show(model.explained().get()));
        model.recipes().reference().subscribe(now -> show(model.explained().get()));
    }

    private void show(@Nullable KnobViewModel knob) {
        parts.getChildren().clear();
        if (knob == null) {
            return;
        }
        Explanation explanation = knob.knob().explain();
        title.setText(knob.label());
        value.setText(knob.id() + "=" + knob.value().get());
        value.setTooltip(new Tooltip(value.getText()));
        values(knob);
        part("What it does", explanation.what());
        part("Effect and cost", explanation.effect());
        part("Proof in the image", explanation.proof());
        part("Sources", String.join("\n", explanation.sources()));
        part("Not possible here", String.join("\n", knob.impossible()));
        part("Said of it elsewhere", String.join("\n", knob.saidElsewhere()));
    }

    /// The ways back, as far as there is one.
    private void values(KnobViewModel knob) {
        Label usual = new Label("Default: " + knob.defaultText());
        usual.getStyleClass().add("quiet");
        FlowPane line = new FlowPane(usual);
        line.getStyleClass().add("ways-back");
        if (!knob.isDefault()) {
            line.getChildren().add(link("Use the default", knob::toDefault));
        }
        if (knob.changed().get()) {
            line.getChildren().add(link(knob.resetText(), knob::reset));
        }
        parts.getChildren().add(line);
    }

    private static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setMnemonicParsing(false);
        link.setOnAction(event -> action.run());
        return link;
    }

    private void part(String heading, String text) {
        if (!text.isEmpty()) {
            Label name = new Label(heading);
            name.getStyleClass().add("part-heading");
            Label words = new Label(text);
            words.setWrapText(true);
            words.setMinHeight(Label.USE_PREF_SIZE);
            parts.getChildren().add(new VBox(name, words));
        }
    }
}
