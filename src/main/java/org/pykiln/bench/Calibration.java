package org.pykiln.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;

/// How many loops a value of each datapoint has. They are found once, on the baseline, and hold for
/// all images. Where the baseline cannot run the datapoint, the other images may still be compared.
final class Calibration {
    private final SessionPlan plan;
    private final Journal journal;
    private final Consumer<SessionEvent> listener;
    private final Cancellation cancellation;
    private final Map<String, Long> loops = new HashMap<>();

    Calibration(
            SessionPlan plan,
            Journal journal,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        this.plan = plan;
        this.journal = journal;
        this.listener = listener;
        this.cancellation = cancellation;
        for (String datapoint : plan.datapoints()) {
            journal.loops(datapoint).ifPresent(number -> loops.put(datapoint, number));
        }
    }

    OptionalLong known(String datapoint) {
        Long number = loops.get(datapoint);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// @return nothing when no image can run the datapoint, which is recorded
    OptionalLong loops(Datapoint datapoint, Worker worker) throws IOException {
        OptionalLong known = known(datapoint.name());
        if (known.isPresent()) {
            return known;
        }
        for (PlannedImage image : plan.images()) {
            OptionalLong found = on(image, datapoint, worker);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong on(PlannedImage image, Datapoint datapoint, Worker worker)
            throws IOException {
        UnitFailure failure = null;
        for (int attempt = 1; attempt <= Measuring.ATTEMPTS; attempt++) {
            switch (worker.calibrate(image.name(), datapoint, cancellation)) {
                case Worker.Measured(PerfSuite suite, PerfRun run)
                        when run.calibratedLoops().isPresent() -> {
                    long number = run.calibratedLoops().getAsLong();
                    journal.writeCalibration(datapoint.name(), suite);
                    loops.put(datapoint.name(), number);
                    listener.accept(new SessionEvent.Calibrated(datapoint.name(), number));
                    return OptionalLong.of(number);
                }
                case Worker.Measured notACalibration ->
                        failure = failure(datapoint, image, attempt, "found no loops", "");
                case Worker.Failed(String message, String log) ->
                        failure = failure(datapoint, image, attempt, message, log);
            }
            cancellation.throwIfCancelled();
        }
        if (failure != null) {
            journal.record(failure);
            BenchUnit whole = new BenchUnit(image.name(), datapoint.name(), 0, 0);
            listener.accept(
                    new SessionEvent.UnitFailed(whole, failure.message(), failure.log(), false));
        }
        return OptionalLong.empty();
    }

    private static UnitFailure failure(
            Datapoint datapoint, PlannedImage image, int attempt, String message, String log) {
        return new UnitFailure(
                image.name(), datapoint.name(), 0, attempt, "Calibration: " + message, log);
    }
}
