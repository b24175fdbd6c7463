package org.pykiln.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was said, in a corner above the status bar.
public final class ToastsController {
    private final ToastsViewModel model;
    private final SupportViewModel support;
    private final Map<ToastViewModel, ToastView> views = new HashMap<>();
    @FXML private VBox corner;
    @FXML private VBox stack;
    @FXML private HBox rest;
    @FXML private Hyperlink dismissAll;

    public ToastsController(ToastsViewModel model, SupportViewModel support) {
        this.model = model;
        this.support = support;
    }

    @FXML
    void initialize() {
        model.shown().subscribe(this::show);
        model.waiting().subscribe(now -> showRest());
        corner.sceneProperty().subscribe(this::listen);
    }

    private void show() {
        views.keySet().retainAll(model.shown());
        stack.getChildren()
                .setAll(
                        model.shown().stream()
                                .map(toast -> views.computeIfAbsent(toast, this::view))
                                .toList());
        corner.setVisible(!model.shown().isEmpty());
    }

    private ToastView view(ToastViewModel toast) {
        toast.times().subscribe(now -> announce(toast));
        return new ToastView(toast, model, support);
    }

    /// Screen readers speak of what they look at when its text changes.
    private void announce(ToastViewModel toast) {
        corner.setAccessibleText(toast.spoken());
        corner.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void showRest() {
        int waiting = model.waiting().get();
        rest.setVisible(waiting > 0);
        rest.setManaged(waiting > 0);
        dismissAll.setText("Dismiss all, also the %d that wait".formatted(waiting));
    }

    private void listen(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventHandler(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (event.getCode() == KeyCode.ESCAPE) {
                            model.dismissNewest();
                        }
                    });
        }
    }

    /// Moves the keyboard to what was said last.
    void focusNewest() {
        if (!stack.getChildren().isEmpty()) {
            stack.getChildren().getLast().requestFocus();
        }
    }

    @FXML
    void dismissAll() {
        model.dismissAll();
    }
}
