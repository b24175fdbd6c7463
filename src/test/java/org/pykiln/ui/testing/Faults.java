package org.pykiln.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What somebody could not read or reach in a window that has been laid out: words that are cut and
/// stand nowhere whole, controls where no scrolling leads, and neighbours that lie on each other.
public final class Faults {
    /// Places differ by less than this by rounding.
    private static final double SLACK = 1.5;

    /// Less cannot be used with a mouse.
    private static final double LEAST = 14;

    private final Set<String> found = new TreeSet<>();

    private Faults() {}

    /// A box has its list among its children before it shows it in a window of its own.
    private static boolean isOfPopup(Node node) {
        return node instanceof ListView<?> && node.getParent() instanceof ComboBoxBase<?>;
    }

    /// In words, each once.
    public static Set<String> of(Parent root) {
        Faults faults = new Faults();
        faults.look(root);
        return faults.found;
    }

    private void look(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label && label.isTextTruncated() && isCut(label)) {
            found.add("cut: \"%s\" in %s".formatted(label.getText(), place(label)));
        }
        if (node instanceof Region region && region.isManaged() && !isEmpty(region)) {
            unreachable(region).ifPresent(found::add);
        }
        if (node instanceof Parent parent) {
            if (laysOutInTurn(parent)) {
                overlaps(parent.getChildrenUnmodifiable());
            }
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> !isOfPopup(child))
                    .forEach(this::look);
        }
    }

    /// What a button says must be seen at once; other words may wait until they are pointed at.
    private static boolean isCut(Labeled label) {
        if (!(label instanceof ButtonBase)) {
            point(label);
        }
        return !saysWhole(label, label.getText());
    }

    private static void point(Node node) {
        node.fireEvent(
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED_TARGET,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    /// By the tooltip of the label, or of the control that it is a part of.
    private static boolean saysWhole(Node node, String text) {
        boolean here =
                node instanceof Control control
                        && control.getTooltip() instanceof Tooltip tooltip
                        && oneLine(tooltip.getText()).contains(oneLine(text));
        return here || node.getParent() != null && saysWhole(node.getParent(), text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// Each stands within what is around it, up to the window, or can be scrolled to.
    private static Optional<String> unreachable(Region node) {
        Bounds box = node.getLayoutBounds();
        if (isUsed(node) && (box.getWidth() < LEAST || box.getHeight() < LEAST)) {
            return Optional.of(
                    "no room: %.0f × %.0f for %s in %s"
                            .formatted(box.getWidth(), box.getHeight(), name(node), place(node)));
        }
        Parent above = node.getParent();
        if (above == null || isScrolledBy(above)) {
            return Optional.empty();
        }
        Optional<ScrollPane> pane = scrollPaneOf(node);
        double by =
                pane.isEmpty()
                        ? beyond(node.localToParent(box), above.getLayoutBounds())
                        : pane.get().getHbarPolicy() == ScrollBarPolicy.NEVER
                                ? box.getWidth() - pane.get().getViewportBounds().getWidth()
                                : 0;
        return by <= SLACK
                ? Optional.empty()
                : Optional.of(
                        "out of reach: %s in %s is %.0f beyond %s"
                                .formatted(name(node), place(node), by, name(above)));
    }

    private static boolean isScrolledBy(Parent above) {
        return above instanceof VirtualFlow<?>
                || above.getStyleClass().contains("clipped-container")
                || above.getStyleClass().contains("sheet")
                || above.getStyleClass().contains("column-header-background")
                || above.getClass() == StackPane.class && above.getClip() != null;
    }

    private static Optional<ScrollPane> scrollPaneOf(Node content) {
        for (Parent above = content.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                return Optional.of(pane).filter(one -> one.getContent() == content);
            }
        }
        return Optional.empty();
    }

    private static double beyond(Bounds inner, Bounds outer) {
        return Math.max(
                Math.max(outer.getMinX() - inner.getMinX(), outer.getMinY() - inner.getMinY()),
                Math.max(inner.getMaxX() - outer.getMaxX(), inner.getMaxY() - outer.getMaxY()));
    }

    private static boolean laysOutInTurn(Parent parent) {
        return parent instanceof HBox
                || parent instanceof VBox
                || parent instanceof FlowPane
                || parent instanceof GridPane
                || parent instanceof BorderPane;
    }

    /// Nothing is missed of a bar that has nothing to scroll, or of no words.
    private static boolean isEmpty(Region region) {
        return region instanceof ScrollBar
                || region instanceof Separator
                || region instanceof Labeled label
                        && !(region instanceof ButtonBase)
                        && (label.getText() == null || label.getText().isBlank());
    }

    private static boolean isUsed(Region node) {
        return node instanceof Control
                && (!(node instanceof Labeled) || node instanceof ButtonBase);
    }

    private void overlaps(List<Node> siblings) {
        List<Node> shown = new ArrayList<>(siblings);
        shown.removeIf(node -> !node.isVisible() || !node.isManaged());
        for (int i = 0; i < shown.size(); i++) {
            for (int j = i + 1; j < shown.size(); j++) {
                if (overlap(shown.get(i), shown.get(j))) {
                    found.add(
                            "overlapping: %s and %s in %s"
                                    .formatted(
                                            name(shown.get(i)),
                                            name(shown.get(j)),
                                            place(shown.get(i))));
                }
            }
        }
    }

    private static boolean overlap(Node one, Node other) {
        Bounds a = one.localToParent(one.getLayoutBounds());
        Bounds b = other.localToParent(other.getLayoutBounds());
        return Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()) > SLACK
                && Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()) > SLACK;
    }

    /// Its words, or else its id or style.
    private static String name(Node node) {
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isBlank()) {
            return node.getClass().getSimpleName() + " \"" + label.getText() + "\"";
        }
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + node.getStyleClass();
    }

    /// The nearest things around it that have an id.
    private static String place(Node node) {
        List<String> ids = new ArrayList<>();
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above.getId() != null && ids.size() < 2) {
                ids.add("#" + above.getId());
            }
        }
        return String.join(" in ", ids);
    }
}
