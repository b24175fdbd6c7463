package org.pykiln.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// Panes side by side; one above the other where they have no room side by side. How wide they are
/// beside each other is kept meanwhile.
public final class StackingPane extends SplitPane {
    /// How thick a divider may be.
    private static final double DIVIDER = 8;

    private double[] sideBySide = {};

    public StackingPane() {
        widthProperty().subscribe(now -> arrange(now.doubleValue()));
    }

    public boolean isStacked() {
        return getOrientation() == Orientation.VERTICAL;
    }

    private void arrange(double width) {
        boolean stack = width < widthSideBySide();
        if (width == 0 || stack == isStacked()) {
            return;
        }
        if (stack) {
            sideBySide = getDividerPositions();
            setOrientation(Orientation.VERTICAL);
            setDividerPositions(evenly());
        } else {
            setOrientation(Orientation.HORIZONTAL);
            setDividerPositions(sideBySide);
        }
    }

    private double widthSideBySide() {
        return getItems().stream().mapToDouble(item -> item.minWidth(-1)).sum() + dividers();
    }

    private double[] evenly() {
        double[] positions = new double[getItems().size() - 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (i + 1.0) / getItems().size();
        }
        return positions;
    }

    private double dividers() {
        return DIVIDER * (getItems().size() - 1);
    }

    /// Stacked, none gets less than it can do with at this width, which dividers do not ask for.
    @Override
    protected void layoutChildren() {
        arrange(getWidth()); // what the panes need may have changed
        if (isStacked()) {
            double top = 0;
            double below = leastStacked(getWidth());
            for (int i = 0; i < getDividers().size(); i++) {
                double least = least(getItems().get(i), getWidth());
                below -= least + DIVIDER;
                Divider divider = getDividers().get(i);
                double wanted = divider.getPosition() * getHeight();
                double lowest = Math.max(top + least, getHeight() - below - DIVIDER);
                double place = Math.clamp(wanted, top + least, lowest);
                if (Math.abs(place - wanted) > 1) {
                    divider.setPosition(place / getHeight());
                }
                top = place + DIVIDER;
            }
        }
        super.layoutChildren();
    }

    /// Its least height depends on its width.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getItems().stream().mapToDouble(item -> item.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        boolean stacked = width < 0 ? isStacked() : width < widthSideBySide();
        double known = width < 0 ? getWidth() : width;
        return stacked ? leastStacked(known) : leastSideBySide(known);
    }

    private double leastStacked(double width) {
        return getItems().stream().mapToDouble(item -> least(item, width)).sum() + dividers();
    }

    private double leastSideBySide(double width) {
        double least = 0;
        double from = 0;
        for (int i = 0; i < getItems().size(); i++) {
            double to = i < getDividers().size() ? getDividers().get(i).getPosition() : 1;
            least = Math.max(least, least(getItems().get(i), Math.max(0, to - from) * width));
            from = to;
        }
        return least;
    }

    /// A divider leaves a pane what it wants of a width that is not known.
    private static double least(Node item, double width) {
        return Math.max(item.minHeight(width), item.minHeight(-1));
    }
}
