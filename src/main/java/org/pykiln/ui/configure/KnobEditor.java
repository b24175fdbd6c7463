package org.pykiln.ui.configure;

import atlantafx.base.controls.ToggleSwitch;
import javafx.css.PseudoClass;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SearchableComboBox;
import org.pykiln.ui.common.Shortcut;

/// The control that suits a knob's values.
final class KnobEditor {
    private static final double TEXT_WIDTH = 320;

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

    /// Judged with every key, taken with Enter or when it loses the focus; Escape drops it.
    private static Node text(KnobViewModel knob) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setAccessibleText(knob.label());
        box.setPrefWidth(TEXT_WIDTH);
        box.getItems().setAll(knob.choices().stream().map(Choice::text).toList());
        box.setCellFactory(view -> new ChoiceCell(knob));
        box.getStyleClass().add("text-choice");
        TextField field = box.getEditor();
        field.getStyleClass().add("mono");
        field.setAccessibleText(knob.label());
        knob.value().subscribe(box::setValue);
        knob.complaint()
                .subscribe(text -> {
                    PseudoClass danger = PseudoClass.getPseudoClass("danger");
                    box.pseudoClassStateChanged(danger, !text.isEmpty());
                    field.pseudoClassStateChanged(danger, !text.isEmpty());
                });
        box.valueProperty()
                .subscribe(value -> {
                    if (value != null) {
                        knob.choose(value);
                    }
                });
        field.textProperty().subscribe(knob::judge);
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        knob.choose(field.getText());
                    }
                });
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        field.setText(knob.value().get());
                        box.setValue(knob.value().get());
                    }
                });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> undo(event, field, knob));
        return box;
    }

    /// A field has an undo of its own, which is meant only while something typed is not taken yet.
    private static void undo(KeyEvent event, TextField field, KnobViewModel knob) {
        boolean back = Shortcut.UNDO.keys().match(event);
        if ((back || Shortcut.REDO.keys().match(event))
                && field.getText().equals(knob.value().get())) {
            event.consume();
            if (back) {
                knob.undo();
            } else {
                knob.redo();
            }
        }
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
}
