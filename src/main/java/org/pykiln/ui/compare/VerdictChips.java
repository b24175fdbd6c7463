package org.pykiln.ui.compare;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.ToggleButton;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.common.Shortcut;

/// A button a verdict, which tells how many rows have it and shows them alone.
record VerdictChips(TableViewModel model) {
    ToggleButton of(Verdict verdict) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("small");
        chip.setId("chip-" + verdict.name().toLowerCase(Locale.ROOT));
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setOnAction(event -> {
            if (chip.isSelected()) {
                model.verdicts().add(verdict);
            } else {
                model.verdicts().remove(verdict);
            }
        });
        model.verdicts()
                .addListener(
                        (SetChangeListener<Verdict>)
                                change -> chip.setSelected(model.verdicts().contains(verdict)));
        model.lines().addListener((ListChangeListener<ResultLine>) change -> name(chip, verdict));
        name(chip, verdict);
        return chip;
    }

    private void name(ToggleButton chip, Verdict verdict) {
        String word = model.quantity().get().word(verdict);
        chip.setText("%s %d".formatted(word, model.count(verdict)));
        Shortcut.label(chip, "Rows that are " + word);
    }
}
