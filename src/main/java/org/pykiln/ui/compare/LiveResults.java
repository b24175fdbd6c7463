package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.FxScheduler.Pending;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.Section;

/// Reads a session again and again while it is measured, so that tables and charts grow with it.
/// Whoever opens other results meanwhile keeps them.
///
/// It happens on the machine that is being measured on: only while somebody looks, and the longer a
/// reading takes the rarer it is.
public final class LiveResults {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    /// Of a processor's time, reading takes one part in so many at most.
    private static final int PARTS = 40;

    private final ResultServices services;
    private final Background background;
    private final FxScheduler fx;
    private final InstantSource clock;
    private final NavigationViewModel navigation;
    private final ResultsViewModel results;
    private Pending timer = Pending.NONE;
    private @Nullable Results before;
    private boolean reading;
    private Instant next = Instant.MIN;

    public LiveResults(
            ResultServices services,
            Background background,
            FxScheduler fx,
            InstantSource clock,
            NavigationViewModel navigation,
            ResultsViewModel results) {
        this.services = services;
        this.background = background;
        this.fx = fx;
        this.clock = clock;
        this.navigation = navigation;
        this.results = results;
    }

    /// @param running whether the session still grows
    public void follow(Path folder, BooleanSupplier running) {
        timer.cancel();
        before = results.results().get();
        next = Instant.MIN;
        timer = fx.every(PERIOD, () -> look(List.of(folder), running));
    }

    private void look(List<Path> session, BooleanSupplier running) {
        Instant begin = clock.instant();
        if (!running.getAsBoolean() || isElsewhere(session)) {
            timer.cancel();
        } else if (!reading
                && navigation.section().get() == Section.RESULTS
                && !begin.isBefore(next)) {
            reading = true;
            background.run(
                    () -> services.results(session, results.wantedBaseline(session)),
                    read -> {
                        ended(begin);
                        show(session, read, running);
                    },
                    nothingMeasuredYet -> ended(begin));
        }
    }

    private void ended(Instant begin) {
        reading = false;
        Instant end = clock.instant();
        next = end.plus(Duration.between(begin, end).multipliedBy(PARTS));
    }

    private void show(List<Path> session, Results read, BooleanSupplier running) {
        if (running.getAsBoolean() && !isElsewhere(session)) {
            results.grow(read);
        }
    }

    private boolean isElsewhere(List<Path> session) {
        Results shown = results.results().get();
        return shown != before && (shown == null || !shown.sources().equals(session));
    }
}
