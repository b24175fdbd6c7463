package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// What nobody catches reaches the person, from whichever thread.
class UncaughtTest {
    private final ManualScheduler fx = new ManualScheduler();
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final Thread.UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void install() {
        Uncaught.install(fx, navigation);
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void ofAVirtualThread() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    throw new IllegalStateException("of a virtual thread");
                })
                .join();
        fx.run();
        assertThat(navigation.problem().get().summary()).contains("of a virtual thread");
        assertThat(navigation.problem().get().code().foreseen()).isFalse();
    }

    @Test
    void ofTheWindowsThreadWhichGoesOn() throws InterruptedException {
        Toolkit.start();
        CountDownLatch after = new CountDownLatch(1);
        Platform.runLater(() -> {
            throw new IllegalStateException("of the window's thread");
        });
        Platform.runLater(after::countDown);
        assertThat(after.await(20, TimeUnit.SECONDS)).isTrue();
        fx.run();
        assertThat(navigation.problem().get().summary()).contains("of the window's thread");
    }

    @Test
    void ofACallBesideTheWindowsThread() {
        new Background(Runnable::run, fx)
                .run(
                        () -> {
                            throw new AssertionError("an error, not an exception");
                        },
                        done -> {},
                        navigation::report);
        fx.run();
        Problem problem = navigation.problem().get();
        assertThat(problem.summary()).contains("an error, not an exception");
    }
}
