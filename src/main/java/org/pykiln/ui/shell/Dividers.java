package org.pykiln.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.pykiln.ui.common.StackingPane;

/// Where people have dragged the dividers between panes, kept from one window to the next. A pane
/// takes part by having an id.
public final class Dividers {
    private final Map<String, Double> positions = new HashMap<>();

    /// As they were kept; for panes that are shown later.
    public void restore(Map<String, Double> kept) {
        positions.putAll(kept);
    }

    public Map<String, Double> positions() {
        return Map.copyOf(positions);
    }

    /// Sets the dividers of all panes below the node, and remembers how they are moved.
    void adopt(Node node) {
        if (node instanceof SplitPane pane) {
            if (pane.getId() != null) {
                follow(pane);
            }
            pane.getItems().forEach(this::adopt);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::adopt);
        }
    }

    private void follow(SplitPane pane) {
        for (int i = 0; i < pane.getDividers().size(); i++) {
            SplitPane.Divider divider = pane.getDividers().get(i);
            String key = pane.getId() + "-" + i;
            Double kept = positions.get(key);
            if (kept != null) {
                divider.setPosition(kept);
            }
            divider.positionProperty()
                    .subscribe(now -> {
                        if (!isStacked(pane)) {
                            positions.put(key, now.doubleValue());
                        }
                    });
        }
    }

    private static boolean isStacked(SplitPane pane) {
        return pane instanceof StackingPane stacking && stacking.isStacked();
    }
}
