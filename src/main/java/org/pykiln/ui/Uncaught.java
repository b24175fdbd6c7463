package org.pykiln.ui;

import java.lang.Thread.UncaughtExceptionHandler;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody caught, on whichever thread: it is logged, shown like any other problem, and ends
/// nothing.
final class Uncaught implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

    private final FxScheduler fx;
    private final NavigationViewModel navigation;

    Uncaught(FxScheduler fx, NavigationViewModel navigation) {
        this.fx = fx;
        this.navigation = navigation;
    }

    static void install(FxScheduler fx, NavigationViewModel navigation) {
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught(fx, navigation));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        try {
            Problem problem = Problem.of(failure);
            fx.execute(() -> navigation.report(problem));
        } catch (Throwable worse) {
            // with no memory left, or while the toolkit ends: the log is all there is
            worse.addSuppressed(failure);
            LOG.error("uncaught on {}", thread, worse);
        }
    }
}
