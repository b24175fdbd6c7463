package org.pykiln.ui.common;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;

/// The window's thread as JavaFX has it.
public final class PlatformScheduler implements FxScheduler {
    private static final Duration EYES = Duration.ofMillis(40);

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void forEyes(Runnable task) {
        Platform.runLater(() -> later(EYES, task));
    }

    @Override
    public Pending later(Duration delay, Runnable task) {
        return start(delay, 1, task);
    }

    @Override
    public Pending every(Duration period, Runnable task) {
        return start(period, Animation.INDEFINITE, task);
    }

    private static Pending start(Duration period, int times, Runnable task) {
        javafx.util.Duration millis = javafx.util.Duration.millis(period.toMillis());
        Timeline timeline = new Timeline(new KeyFrame(millis, event -> task.run()));
        timeline.setCycleCount(times);
        timeline.play();
        return timeline::stop;
    }
}
