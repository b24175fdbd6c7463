package org.pykiln.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads views and gives each its controller.
public final class Views {
    private final Map<Class<?>, Supplier<?>> controllers;

    public Views(Map<Class<?>, Supplier<?>> controllers) {
        this.controllers = Map.copyOf(controllers);
    }

    public Parent load(View view) {
        FXMLLoader loader = new FXMLLoader(view.url());
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(view.file(), broken);
        }
    }

    private Object controller(Class<?> type) {
        return Optional.<Supplier<?>>ofNullable(controllers.get(type))
                .orElseThrow(() -> new IllegalStateException("no supplier of " + type))
                .get();
    }
}
