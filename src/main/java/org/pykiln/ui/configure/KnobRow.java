package org.pykiln.ui.configure;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.recipe.Finding;
import org.pykiln.ui.common.Shortcut;

/// One line of the form: bar, label, control, reset; below it what is wrong or worth knowing.
final class KnobRow extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");

    private final KnobViewModel knob;
    private final VBox notes = new VBox();

    KnobRow(KnobViewModel knob) {
        this.knob = knob;
        setId("knob-" + knob.id());
        getStyleClass().add("knob");
        notes.getStyleClass().add("notes");
        getChildren().addAll(line(), notes);
        visibleProperty().bind(knob.shown());
        managedProperty().bind(visibleProperty());
        knob.changed().subscribe(on -> pseudoClassStateChanged(CHANGED, on));
        knob.lit().subscribe(on -> pseudoClassStateChanged(LIT, on));
        knob.findings().addListener((ListChangeListener<Finding>) change -> note());
        knob.complaint().subscribe(now -> note());
        setOnMouseEntered(event -> knob.hover(true));
        setOnMouseExited(event -> knob.hover(false));
        setOnMousePressed(event -> knob.focus());
        focusWithinProperty()
                .subscribe(within -> {
                    if (within) {
                        knob.focus();
                    }
                });
    }

    void explained(boolean on) {
        pseudoClassStateChanged(EXPLAINED, on);
    }

    private Node line() {
        Node editor = KnobEditor.of(knob);
        Label label = new Label(knob.label());
        label.getStyleClass().add("knob-label");
        label.setLabelFor(editor);
        Button reset = new Button(null, new FontIcon("fth-rotate-ccw"));
        reset.getStyleClass().addAll("flat", "small", "button-icon");
        reset.setOnAction(event -> knob.reset());
        reset.visibleProperty().bind(knob.changed());
        knob.changed().subscribe(now -> Shortcut.label(reset, knob.resetText()));
        // where both do not fit beside each other, the control goes below its label
        FlowPane both = new FlowPane(label, editor);
        both.getStyleClass().add("knob-both");
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(both, reset);
        line.getStyleClass().add("knob-line");
        return line;
    }

    private void note() {
        notes.getChildren().clear();
        if (!knob.complaint().get().isEmpty()) {
            Label complaint = new Label(knob.complaint().get());
            complaint.setWrapText(true);
            complaint.setMinHeight(USE_PREF_SIZE);
            complaint.getStyleClass().add("complaint");
            notes.getChildren().add(complaint);
        }
        knob.findings()
                .forEach(finding -> notes.getChildren().add(new FindingLine(finding, knob::apply)));
    }
}
