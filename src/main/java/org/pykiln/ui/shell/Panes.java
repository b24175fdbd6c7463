package org.pykiln.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/// The large parts of the window, between which the keyboard jumps. What is one says so by its
/// style class. Somebody who comes back is where they were.
final class Panes {
    static final String STYLE = "pane-stop";

    private final Parent root;
    private final Map<Node, Node> left = new WeakHashMap<>();

    Panes(Parent root) {
        this.root = root;
    }

    /// @param by 1 for the next one, -1 for the one before
    void go(int by) {
        List<Node> panes =
                within(root)
                        .filter(node -> node.getStyleClass().contains(STYLE))
                        .filter(node -> first(node).isPresent())
                        .toList();
        if (panes.isEmpty()) {
            return;
        }
        @Nullable Node owner = root.getScene().getFocusOwner();
        int at = indexOf(panes, owner);
        if (at >= 0 && owner != null) {
            left.put(panes.get(at), owner);
        }
        int start = at < 0 && by < 0 ? 0 : at;
        Node pane = panes.get(Math.floorMod(start + by, panes.size()));
        Optional.ofNullable(left.get(pane))
                .filter(node -> within(pane).anyMatch(one -> one == node && canFocus(one)))
                .or(() -> first(pane))
                .ifPresent(Panes::focus);
    }

    /// Only traversal tells the node to show that it has the focus.
    private static void focus(Node node) {
        node.requestFocus();
        node.requestFocusTraversal(TraversalDirection.PREVIOUS);
        node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
        if (node.getScene().getFocusOwner() != node) {
            node.requestFocus();
        }
    }

    /// The innermost one.
    private static int indexOf(List<Node> panes, @Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            int at = panes.indexOf(node);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Node> first(Node pane) {
        return within(pane).filter(Panes::canFocus).findFirst();
    }

    private static boolean canFocus(Node node) {
        return node.isFocusTraversable() && !node.isDisabled();
    }

    /// All that can be seen, in the order in which it is read; not the parts of controls.
    private static Stream<Node> within(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        boolean whole = node instanceof Control && !holdsOthers(node) && node.isFocusTraversable();
        return whole || !(node instanceof Parent parent)
                ? Stream.of(node)
                : Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Panes::within));
    }

    private static boolean holdsOthers(Node node) {
        return node instanceof ScrollPane || node instanceof TabPane;
    }
}
