package org.pykiln.ui.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The section, and over it what is said, which leaves the section's main action free wherever that
/// is scrolled to.
public final class ToastLayer extends StackPane {
    private final Runnable placing = this::place;

    public ToastLayer() {
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.removePostLayoutPulseListener(placing);
                    }
                    if (now != null) {
                        now.addPostLayoutPulseListener(placing);
                    }
                });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getManagedChildren().getFirst() instanceof Parent section) {
            section.layout();
        }
        place();
    }

    private void place() {
        if (getManagedChildren().getLast() instanceof Region toasts && toasts.isVisible()) {
            Bounds place =
                    new ToastPlace(getWidth(), getHeight(), mainActions())
                            .of(toasts.getWidth(), toasts.getHeight());
            toasts.relocate(place.getMinX(), place.getMinY());
        }
    }

    private List<Bounds> mainActions() {
        return getManagedChildren().getFirst().lookupAll(".accent").stream()
                .filter(node -> node instanceof Button && isShown(node))
                .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }
}
