package org.pykiln.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Loads views and gives each its controller.
public final class Views {
    private final Function<Class<?>, @Nullable Supplier<?>> controllers;

    /// @param controllers makes the controller of a class, or knows none
    public Views(Function<Class<?>, @Nullable Supplier<?>> controllers) {
        this.controllers = controllers;
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
        return Optional.<Supplier<?>>ofNullable(controllers.apply(type))
                .orElseThrow(() -> new IllegalStateException("no supplier of " + type))
                .get();
    }
}
