package org.pykiln.ui.common;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.util.Duration;

/// All keyboard shortcuts. The sections have Shortcut+1 and so on besides.
public enum Shortcut {
    BUILD(KeyCode.B),
    MEASURE(KeyCode.M),
    OPEN(KeyCode.O),
    SAVE(KeyCode.S),
    SAVE_AS(KeyCode.S, KeyCombination.SHIFT_DOWN),
    UNDO(KeyCode.Z),
    REDO(KeyCode.Z, KeyCombination.SHIFT_DOWN),
    FIND(KeyCode.F),
    EXPORT(KeyCode.E),
    THEME(KeyCode.T, KeyCombination.SHIFT_DOWN);

    private final KeyCombination keys;

    Shortcut(KeyCode key, Modifier... more) {
        this.keys = of(key, more);
    }

    public KeyCombination keys() {
        return keys;
    }

    public static KeyCombination of(Section section) {
        return of(KeyCode.valueOf("DIGIT" + (section.ordinal() + 1)));
    }

    /// Says on hover and to a screen reader what the button does, and which keys do the same.
    public void describe(ButtonBase button, String what) {
        describe(button, what + "  (" + keys.getDisplayText() + ")", what);
    }

    /// As above, for a button without a shortcut.
    public static void label(ButtonBase button, String what) {
        describe(button, what, what);
    }

    public static void describe(ButtonBase button, String shown, String spoken) {
        Tooltip tooltip = new Tooltip(shown);
        tooltip.setShowDelay(Duration.millis(400));
        button.setTooltip(tooltip);
        button.setAccessibleText(spoken);
    }

    private static KeyCombination of(KeyCode key, Modifier... more) {
        Modifier[] modifiers = new Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new KeyCodeCombination(key, modifiers);
    }
}
