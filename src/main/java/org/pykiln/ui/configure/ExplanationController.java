package org.pykiln.ui.configure;

import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Explanation;
import org.pykiln.ui.common.Labels;

/// The panel that explains the knob that has the focus.
public final class ExplanationController {
    private final ConfigureViewModel model;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label value;
    @FXML private VBox parts;
    private @Nullable Content shown;

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

    /// Everything that is shown of a knob.
    private record Content(
            KnobViewModel knob,
            String value,
            boolean isDefault,
            boolean changed,
            String reset,
            List<Part> parts) {
        static Content of(KnobViewModel knob) {
            return new Content(
                    knob,
                    knob.value().get(),
                    knob.isDefault(),
                    knob.changed().get(),
                    knob.resetText(),
                    Part.of(knob));
        }
    }

    /// @param sources of what the text says
    private record Part(String heading, String text, List<String> sources) {
        static List<Part> of(KnobViewModel knob) {
            Explanation says = knob.knob().explain();
            return List.of(
                    new Part("What it does", says.what(), List.of()),
                    new Part("Expected effect, and what it costs", says.effect(), says.sources()),
                    new Part("Proof in the image", says.proof(), List.of()),
                    new Part("Not possible here", String.join("\n", knob.impossible()), List.of()),
                    new Part(
                            "Said of it elsewhere",
                            String.join("\n", knob.saidElsewhere()),
                            List.of()));
        }
    }

    /// Most changes are of another knob, and leave everything as it stands.
    private void show(@Nullable KnobViewModel knob) {
        Content content = knob == null ? null : Content.of(knob);
        if (Objects.equals(content, shown)) {
            return;
        }
        shown = content;
        parts.getChildren().clear();
        if (knob == null || content == null) {
            return;
        }
        title.setText(knob.label());
        value.setText(knob.id() + "=" + content.value());
        value.setTooltip(new Tooltip(value.getText()));
        values(knob);
        content.parts().forEach(this::part);
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

    private void part(Part part) {
        if (part.text().isEmpty()) {
            return;
        }
        VBox lines =
                new VBox(
                        Labels.wrapped(part.heading(), "part-heading"),
                        Labels.wrapped(part.text()));
        if (!part.sources().isEmpty()) {
            lines.getChildren()
                    .add(
                            Labels.wrapped(
                                    "Sources: " + String.join("; ", part.sources()),
                                    "quiet",
                                    "hint"));
        }
        parts.getChildren().add(lines);
    }
}
