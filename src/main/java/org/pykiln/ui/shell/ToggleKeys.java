package org.pykiln.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Arrows go from one of several buttons of which one is chosen to the next, as a click would: by
/// themselves they would only draw it as chosen.
final class ToggleKeys {
    private ToggleKeys() {}

    /// For all such buttons below the node.
    static void install(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, ToggleKeys::pressed);
    }

    private static void pressed(KeyEvent event) {
        int by = direction(event.getCode());
        if (by != 0
                && event.getTarget() instanceof ToggleButton from
                && from.getToggleGroup() != null) {
            event.consume();
            next(from, by);
        }
    }

    private static int direction(KeyCode code) {
        return switch (code) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
    }

    /// Stays at the first and at the last.
    private static void next(ToggleButton from, int by) {
        List<Toggle> all = from.getToggleGroup().getToggles();
        for (int at = all.indexOf(from) + by; at >= 0 && at < all.size(); at += by) {
            if (all.get(at) instanceof ToggleButton to && !to.isDisabled() && to.isVisible()) {
                to.requestFocus();
                to.fire();
                return;
            }
        }
    }
}
