package org.pykiln.ui;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least window that JavaFX can open, to hold PyKiln's own against: one label. Says when it was
/// painted as PyKiln's rehearsal does, and closes.
public final class BareWindow extends Application {
    public static void main(String[] arguments) {
        launch(BareWindow.class);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("PyKiln")), 1440, 900));
        stage.show();
        new AnimationTimer() {
            private int beats;

            @Override
            public void handle(long now) {
                if (++beats == 2) {
                    long processor =
                            ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .map(Duration::toMillis)
                                    .orElse(0L);
                    System.err.printf("painted %d %d%n", System.currentTimeMillis(), processor);
                    stop();
                    stage.close();
                }
            }
        }.start();
    }
}
