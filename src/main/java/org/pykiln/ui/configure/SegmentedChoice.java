package org.pykiln.ui.configure;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Every value of a knob as a button, side by side. Those that cannot be built are dimmed and say
/// why; they can be picked all the same, which brings the finding and its remedies.
final class SegmentedChoice extends HBox {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final KnobViewModel knob;

    SegmentedChoice(KnobViewModel knob) {
        this.knob = knob;
        getStyleClass().add("segments");
        fill();
        knob.choices().addListener((ListChangeListener<Choice>) change -> update());
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        int last = knob.choices().size() - 1;
        for (int i = 0; i <= last; i++) {
            String text = knob.choices().get(i).text();
            ToggleButton button = new ToggleButton(text);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                knob.choose(text);
                update();
            });
            getChildren().add(button);
        }
        update();
    }

    private void update() {
        for (int i = 0; i < getChildren().size(); i++) {
            Choice choice = knob.choices().get(i);
            ToggleButton button = (ToggleButton) getChildren().get(i);
            button.setSelected(choice.chosen());
            button.pseudoClassStateChanged(IMPOSSIBLE, !choice.isPossible());
            button.setTooltip(choice.isPossible() ? null : reason(choice));
            button.setAccessibleText(knob.label() + ": " + choice.text());
            button.setAccessibleHelp(choice.obstacle());
        }
    }

    static Tooltip reason(Choice choice) {
        Tooltip tooltip = new Tooltip(choice.obstacle());
        tooltip.setShowDelay(Duration.millis(200));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        return tooltip;
    }
}
