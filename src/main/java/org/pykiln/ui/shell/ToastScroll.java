package org.pykiln.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// As high as what it holds is at its width, and scrolls where there is less room.
public final class ToastScroll extends ScrollPane {
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        return getContent().prefHeight(inside) + snappedTopInset() + snappedBottomInset();
    }
}
