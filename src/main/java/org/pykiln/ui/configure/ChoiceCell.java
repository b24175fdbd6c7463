package org.pykiln.ui.configure;

import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A value in a list, and what to know of it; dimmed, with the reason, when it cannot be built.
final class ChoiceCell extends ListCell<String> {
    private static final double LONGEST_REMARK = 420;

    private final KnobViewModel knob;
    private final Label value = new Label();
    private final Label remark = new Label();
    private final HBox line = new HBox(value, remark);

    ChoiceCell(KnobViewModel knob) {
        this.knob = knob;
        line.getStyleClass().add("choice");
        value.getStyleClass().add("choice-value");
        value.setMinWidth(USE_PREF_SIZE);
        remark.getStyleClass().addAll("quiet", "hint");
        remark.setMaxWidth(LONGEST_REMARK);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        knob.choices().addListener((ListChangeListener<Choice>) change -> show());
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty ? null : item);
        show();
    }

    private void show() {
        Optional<Choice> choice =
                knob.choices().stream()
                        .filter(one -> Objects.equals(one.text(), getItem()))
                        .findFirst();
        boolean impossible = choice.isPresent() && !choice.get().isPossible();
        value.setText(getItem());
        remark.setText(choice.map(ChoiceCell::remark).orElse(""));
        setGraphic(isEmpty() ? null : line);
        setAccessibleText(getItem() + " " + remark.getText());
        pseudoClassStateChanged(PseudoClass.getPseudoClass("impossible"), impossible);
        setTooltip(impossible ? SegmentedChoice.reason(choice.get()) : null);
    }

    private static String remark(Choice choice) {
        return choice.isPossible() ? choice.note() : choice.obstacle();
    }
}
