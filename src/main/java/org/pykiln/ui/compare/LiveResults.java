package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.FxScheduler.Pending;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.ResultServices.Results;

/// Reads a session again and again while it is measured, so that tables and charts grow with it.
/// Whoever opens other results meanwhile keeps them.
public final class LiveResults {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final ResultServices services;
    private final Background background;
    private final FxScheduler fx;
    private final ResultsViewModel results;
    private Pending timer = Pending.NONE;
    private @Nullable Results before;
    private boolean reading;

    public LiveResults(
            ResultServices services,
            Background background,
            FxScheduler fx,
            ResultsViewModel results) {
        this.services = services;
        this.background = background;
        this.fx = fx;
        this.results = results;
    }

    /// @param running whether the session still grows
    public void follow(Path folder, BooleanSupplier running) {
        timer.cancel();
        before = results.results().get();
        timer = fx.every(PERIOD, () -> look(List.of(folder), running));
    }

    private void look(List<Path> session, BooleanSupplier running) {
        if (!running.getAsBoolean() || isElsewhere(session)) {
            timer.cancel();
        } else if (!reading) {
            reading = true;
            background.run(
                    () -> services.results(session, results.wantedBaseline(session)),
                    read -> show(session, read, running),
                    nothingMeasuredYet -> reading = false);
        }
    }

    private void show(List<Path> session, Results read, BooleanSupplier running) {
        reading = false;
        if (running.getAsBoolean() && !isElsewhere(session)) {
            results.grow(read);
        }
    }

    private boolean isElsewhere(List<Path> session) {
        Results shown = results.results().get();
        return shown != before && (shown == null || !shown.sources().equals(session));
    }
}
