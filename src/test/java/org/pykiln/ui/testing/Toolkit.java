package org.pykiln.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.image.Image;

/// Starts JavaFX once and runs test code on its thread.
public final class Toolkit {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Toolkit() {}

    public static void run(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable guarded =
                () -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (Throwable failure) {
                        done.completeExceptionally(failure);
                    }
                };
        start();
        Platform.runLater(guarded);
        try {
            done.get(120, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Void> started = new CompletableFuture<>();
            try {
                Platform.startup(() -> started.complete(null));
                started.get(30, TimeUnit.SECONDS);
            } catch (IllegalStateException running) {
                started.complete(null);
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
            Platform.setImplicitExit(false);
        }
    }

    public static void write(Image image, Path file) {
        try {
            Png.write(image, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
