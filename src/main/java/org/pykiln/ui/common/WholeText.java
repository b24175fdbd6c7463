package org.pykiln.ui.common;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that have no room can be read whole by pointing at them, wherever they stand.
public final class WholeText {
    private static final double WIDEST = 480;

    private WholeText() {}

    /// For everything below the node, now and later.
    public static void onHover(Node root) {
        root.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> offer(event.getTarget()));
    }

    private static void offer(EventTarget target) {
        if (target instanceof Labeled label) {
            offer(label, label);
        } else if (target instanceof ComboBoxBase<?> box) {
            // what a box shows lets the mouse through
            box.getChildrenUnmodifiable().stream()
                    .filter(IndexedCell.class::isInstance)
                    .forEach(cell -> offer(box, (IndexedCell<?>) cell));
        }
    }

    private static void offer(Control where, Labeled words) {
        if (words.isTextTruncated() && where.getTooltip() == null) {
            Tooltip whole = new Tooltip();
            whole.setWrapText(true);
            whole.setMaxWidth(WIDEST);
            whole.textProperty().bind(words.textProperty());
            where.setTooltip(whole);
        }
    }
}
