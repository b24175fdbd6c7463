package org.pykiln.ui.configure;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// The control that suits a knob's values.
final class KnobEditor {
    private KnobEditor() {}

    static Node of(KnobViewModel knob) {
        return switch (knob.kind()) {
            case SEGMENTS -> new SegmentedChoice(knob);
            case LIST -> list(knob);
            case SWITCH -> onOff(knob);
            case TEXT -> text(knob);
        };
    }

    private static Node onOff(KnobViewModel knob) {
        ToggleSwitch control = new ToggleSwitch();
        control.setAccessibleText(knob.label());
        control.setLabelPosition(HorizontalDirection.RIGHT);
        knob.value()
                .subscribe(value -> {
                    control.setSelected(value.equals("on"));
                    control.setText(value);
                });
        control.selectedProperty().subscribe(on -> knob.choose(on ? "on" : "off"));
        return control;
    }

    private static Node text(KnobViewModel knob) {
        TextField field = new TextField();
        field.getStyleClass().add("mono");
        field.setAccessibleText(knob.label());
        knob.value().subscribe(field::setText);
        knob.complaint()
                .subscribe(text ->
                        field.pseudoClassStateChanged(
                                PseudoClass.getPseudoClass("danger"), !text.isEmpty()));
        field.setOnAction(event -> knob.choose(field.getText()));
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        knob.choose(field.getText());
                    }
                });
        field.setPrefWidth(320);
        return field;
    }

    private static Node list(KnobViewModel knob) {
        SearchableComboBox<String> box = new SearchableComboBox<>();
        box.setAccessibleText(knob.label());
        box.setPrefWidth(220);
        box.getItems().setAll(knob.choices().stream().map(Choice::text).toList());
        box.setCellFactory(view -> new ChoiceCell(knob));
        knob.value().subscribe(box::setValue);
        box.valueProperty()
                .subscribe(value -> {
                    if (value != null) {
                        knob.choose(value);
                    }
                });
        return box;
    }

    /// A value in a list; dimmed, with the reason, when it cannot be built.
    private static final class ChoiceCell extends ListCell<String> {
        private final KnobViewModel knob;

        ChoiceCell(KnobViewModel knob) {
            this.knob = knob;
            knob.choices().addListener((ListChangeListener<Choice>) change -> dim());
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            dim();
        }

        private void dim() {
            Choice choice =
                    knob.choices().stream()
                            .filter(c -> Objects.equals(c.text(), getItem()))
                            .findFirst()
                            .orElse(null);
            boolean impossible = choice != null && !choice.isPossible();
            boolean noted = choice != null && !choice.note().isEmpty();
            if (choice != null) {
                setText(noted ? choice.text() + "   " + choice.note() : choice.text());
            }
            pseudoClassStateChanged(PseudoClass.getPseudoClass("impossible"), impossible);
            setTooltip(choice != null && impossible ? SegmentedChoice.reason(choice) : null);
        }
    }
}
