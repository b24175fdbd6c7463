package org.pykiln.ui.common;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.util.Duration;

/// All keyboard shortcuts. The sections have Shortcut+1 and so on besides.
public enum Shortcut {
    BUILD("Build the recipe as it is now and prove it", KeyCode.B),
    MEASURE("Pick images and run benchmarks in them", KeyCode.M),
    OPEN("Open a preset", KeyCode.O),
    SAVE("Save the preset", KeyCode.S),
    SAVE_AS("Save the preset under another name", KeyCode.S, KeyCombination.SHIFT_DOWN),
    UNDO("Undo", KeyCode.Z),
    REDO("Redo", KeyCode.Z, KeyCombination.SHIFT_DOWN),
    FIND("Find in this section", KeyCode.F),
    PASTE("Take what is on the clipboard: Results compares it, Presets imports it", KeyCode.V),
    EXPORT("Export the Dockerfile and all it copies", KeyCode.E),
    DIFF("Compare the Dockerfile with that of a preset", KeyCode.D),
    NEXT_DIFFERENCE(
            "Go to the next difference of the Dockerfiles", new KeyCodeCombination(KeyCode.F7)),
    PREVIOUS_DIFFERENCE(
            "Go to the difference before in the Dockerfiles",
            new KeyCodeCombination(KeyCode.F7, KeyCombination.SHIFT_DOWN)),
    THEME("Light or dark", KeyCode.T, KeyCombination.SHIFT_DOWN),
    PALETTE("Do something by its name", KeyCode.K),
    NEXT_PANE("Go to the next pane", new KeyCodeCombination(KeyCode.F6)),
    PREVIOUS_PANE(
            "Go to the pane before", new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN)),
    JOBS("Show or hide the jobs", KeyCode.J),
    CANCEL("Cancel the job that runs", KeyCode.PERIOD),
    NOTICES("Go to what was said last", KeyCode.N, KeyCombination.SHIFT_DOWN),
    ZOOM_IN("Draw everything larger", KeyCode.EQUALS),
    ZOOM_OUT("Draw everything smaller", KeyCode.MINUS),
    ZOOM_RESET("Draw everything in its usual size", KeyCode.DIGIT0);

    private final String what;
    private final KeyCombination keys;

    Shortcut(String what, KeyCode key, Modifier... more) {
        this(what, of(key, more));
    }

    Shortcut(String what, KeyCombination keys) {
        this.what = what;
        this.keys = keys;
    }

    /// What the keys do, as a button or a list of commands says it.
    public String what() {
        return what;
    }

    public KeyCombination keys() {
        return keys;
    }

    /// The keys, and those that do the same on other keyboards.
    public List<KeyCombination> allKeys() {
        return switch (this) {
            case ZOOM_IN ->
                    List.of(
                            keys,
                            of(KeyCode.PLUS),
                            of(KeyCode.ADD),
                            of(KeyCode.EQUALS, KeyCombination.SHIFT_DOWN));
            case ZOOM_OUT -> List.of(keys, of(KeyCode.SUBTRACT));
            case ZOOM_RESET -> List.of(keys, of(KeyCode.NUMPAD0));
            default -> List.of(keys);
        };
    }

    public static KeyCombination of(Section section) {
        return of(KeyCode.valueOf("DIGIT" + (section.ordinal() + 1)));
    }

    /// Gives the keys to what a section does with them, only while it is shown. A text field takes
    /// what it knows before.
    public void whileShown(Node section, Runnable action) {
        section.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.getAccelerators().remove(keys, action);
                    }
                    if (now != null) {
                        now.getAccelerators().put(keys, action);
                    }
                });
    }

    /// Says on hover and to a screen reader what the button does, and which keys do the same.
    public void describe(ButtonBase button) {
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
