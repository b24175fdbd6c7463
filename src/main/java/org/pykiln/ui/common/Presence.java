package org.pykiln.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What is not shown takes no room.
public final class Presence {
    private Presence() {}

    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    public static void bind(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }
}
