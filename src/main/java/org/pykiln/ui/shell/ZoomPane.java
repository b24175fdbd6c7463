package org.pykiln.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.pykiln.ui.common.WholeText;
import org.pykiln.ui.common.Zoom;

/// Draws its content larger or smaller, laid out for the room that is left then. Menus, tooltips
/// and dialogs are windows of their own, which [org.pykiln.ui.common.Themes] dresses.
public final class ZoomPane extends Region {
    private final Node content;
    private final Zoom zoom;
    private final Scale scale = new Scale();

    public ZoomPane(Node content, Zoom zoom) {
        this.content = content;
        this.zoom = zoom;
        content.getTransforms().add(scale);
        getChildren().add(content);
        WholeText.onHover(this);
        zoom.percent()
                .subscribe(now -> {
                    scale.setX(zoom.factor());
                    scale.setY(zoom.factor());
                    requestLayout();
                });
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom.factor(), getHeight() / zoom.factor());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * zoom.factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * zoom.factor();
    }
}
