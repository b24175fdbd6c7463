package org.pykiln.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;

/// The units of a session, one after the other, with what is known of them.
final class Measuring {
    /// Processes that are started for one result before it counts as failed.
    static final int ATTEMPTS = 2;

    /// Units of one datapoint on one image that may fail before the rest of them are given up.
    private static final int HOPELESS = 2;

    private record Series(String image, String datapoint) {}

    private final SessionPlan plan;
    private final Journal journal;
    private final BenchmarkCatalogue catalogue;
    private final Enough enough;
    private final Pause pause;
    private final Consumer<SessionEvent> listener;
    private final Cancellation cancellation;
    private final Eta eta;

    private final Calibration calibration;
    private final Map<String, PerfRun> earlierRuns = new LinkedHashMap<>();
    private final List<SessionEvent.UnitFinished> earlier = new ArrayList<>();
    private final Map<Series, String> earlierLayers = new HashMap<>();
    private final Map<Series, List<ProcessMean>> means = new HashMap<>();
    private final Map<Series, Integer> failures = new HashMap<>();
    private final Set<BenchUnit> open = new HashSet<>();
    private final Map<Series, Integer> openOf = new HashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private final ExtraRounds extra;
    private int total;

    Measuring(
            Session session,
            BenchmarkCatalogue catalogue,
            Enough enough,
            Pause pause,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        this.plan = session.plan();
        this.journal = session.journal();
        this.catalogue = catalogue;
        this.enough = enough;
        this.pause = pause;
        this.listener = listener;
        this.cancellation = cancellation;
        this.calibration = new Calibration(plan, journal, listener, cancellation);
        this.eta = new Eta(plan);
        this.extra = new ExtraRounds(plan, journal);
        readJournal();
    }

    private void readJournal() {
        for (int round = 1; round <= plan.rounds(); round++) {
            Schedule.round(plan, round).forEach(this::read);
        }
        extra.units().forEach(this::read);
    }

    private void read(BenchUnit unit) {
        total++;
        Optional<PerfRun> run = finished(unit);
        if (run.isPresent()) {
            earlierRuns.putIfAbsent(unit.image(), run.get());
            run.get()
                    .metadata()
                    .text(UnitMetadata.LAYER)
                    .ifPresent(layer -> earlierLayers.put(series(unit), layer));
            note(unit, run.get());
            earlier.add(finished(unit, run.get()));
        } else {
            open.add(unit);
            openOf.merge(series(unit), 1, Integer::sum);
        }
    }

    private Optional<PerfRun> finished(BenchUnit unit) {
        OptionalLong number = calibration.known(unit.datapoint());
        return number.isEmpty() ? Optional.empty() : journal.run(unit, number.getAsLong());
    }

    private static SessionEvent.UnitFinished finished(BenchUnit unit, PerfRun run) {
        return new SessionEvent.UnitFinished(unit, SessionResult.mean(run));
    }

    private void note(BenchUnit unit, PerfRun run) {
        if (unit.round() <= plan.rounds()) {
            means.computeIfAbsent(series(unit), series -> new ArrayList<>())
                    .add(new ProcessMean(unit.round(), SessionResult.mean(run)));
            extra.note(unit, run);
        }
    }

    private static Series series(BenchUnit unit) {
        return new Series(unit.image(), unit.datapoint());
    }

    boolean isDone() {
        return open.isEmpty() && !extra.isDue();
    }

    /// One finished run of each image that has any, from before.
    Map<String, PerfRun> earlierRuns() {
        return earlierRuns;
    }

    /// @throws BenchException with [BenchProblem.SessionMismatch]
    void requireSameLayers(Layers layers) {
        earlierLayers.forEach((series, before) ->
                layers.requireSame(
                        series.image(),
                        catalogue.datapoint(series.datapoint()).orElseThrow(),
                        before));
    }

    /// Gives up datapoints for which this session has no hope, and says so as of failed units.
    ///
    /// @throws BenchException with [BenchProblem.NothingRuns] when no datapoint is left
    void leaveOut(List<UnitFailure> hopeless) throws IOException {
        for (UnitFailure failure : hopeless) {
            unusable.add(failure.datapoint());
            journal.record(failure);
            BenchUnit whole = new BenchUnit(failure.image(), failure.datapoint(), 0, 0);
            listener.accept(new SessionEvent.UnitFailed(whole, failure.message(), "", false));
        }
        if (unusable.containsAll(plan.datapoints())) {
            throw new BenchProblem.NothingRuns(hopeless.getFirst().message()).exception();
        }
    }

    void run(Worker worker) throws IOException {
        listener.accept(new SessionEvent.Begun(plan, earlier, extra.requeue()));
        progress();
        for (int round = 1; round <= plan.rounds(); round++) {
            Set<String> satisfied = satisfied(round);
            for (BenchUnit unit : Schedule.round(plan, round)) {
                settle(unit, !satisfied.contains(unit.datapoint()), worker);
            }
        }
        if (extra.isDue()) {
            Set<BenchUnit> known = new HashSet<>(extra.units());
            extra.decide();
            listener.accept(new SessionEvent.Requeued(extra.requeue()));
            extra.units().stream().filter(unit -> !known.contains(unit)).forEach(this::read);
        }
        for (BenchUnit unit : extra.units()) {
            settle(unit, true, worker);
        }
    }

    private void settle(BenchUnit unit, boolean wanted, Worker worker) throws IOException {
        if (!open.contains(unit)) {
            return;
        }
        cancellation.throwIfCancelled();
        if (wanted && isUsable(series(unit))) {
            pause.hold(
                    () -> listener.accept(new SessionEvent.Paused()),
                    () -> listener.accept(new SessionEvent.Resumed()),
                    cancellation);
            measure(unit, worker);
        }
        open.remove(unit);
        openOf.merge(series(unit), -1, Integer::sum);
        progress();
    }

    private boolean isUsable(Series series) {
        boolean hopeless =
                failures.getOrDefault(series, 0) >= HOPELESS && !means.containsKey(series);
        return !hopeless && !unusable.contains(series.datapoint());
    }

    /// Datapoints that need no more rounds. A round that was begun is completed, or images would
    /// differ in what they took part in.
    private Set<String> satisfied(int round) {
        Set<String> satisfied = new HashSet<>();
        if (round <= Mode.QUICK.rounds()) {
            return satisfied;
        }
        for (String datapoint : plan.datapoints()) {
            Map<String, List<ProcessMean>> byImage = new LinkedHashMap<>();
            for (PlannedImage image : plan.images()) {
                List<ProcessMean> series =
                        means.getOrDefault(new Series(image.name(), datapoint), List.of());
                byImage.put(
                        image.name(),
                        series.stream()
                                .sorted(Comparator.comparingInt(ProcessMean::round))
                                .toList());
            }
            boolean begun =
                    byImage.values().stream()
                            .anyMatch(series ->
                                    series.stream().anyMatch(mean -> mean.round() >= round));
            if (!begun && enough.test(datapoint, byImage)) {
                satisfied.add(datapoint);
            }
        }
        return satisfied;
    }

    private void measure(BenchUnit unit, Worker worker) throws IOException {
        Datapoint datapoint = catalogue.datapoint(unit.datapoint()).orElseThrow();
        OptionalLong number = calibration.loops(datapoint, worker);
        if (number.isEmpty()) {
            unusable.add(datapoint.name());
            return;
        }
        journal.setAside(unit);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            listener.accept(new SessionEvent.UnitStarted(unit));
            long start = System.nanoTime();
            switch (worker.measure(unit, datapoint, number.getAsLong(), cancellation)) {
                case Worker.Measured(PerfSuite suite, PerfRun run) -> {
                    journal.write(unit, suite);
                    eta.took(datapoint, (System.nanoTime() - start) / 1e9);
                    note(unit, run);
                    listener.accept(finished(unit, run));
                    extra.sign(unit)
                            .ifPresent(text ->
                                    listener.accept(new SessionEvent.Disturbed(unit, text)));
                    return;
                }
                case Worker.Failed(String message, String log) -> {
                    boolean retry = attempt < ATTEMPTS;
                    if (!retry) {
                        failures.merge(series(unit), 1, Integer::sum);
                        journal.record(
                                new UnitFailure(
                                        unit.image(),
                                        unit.datapoint(),
                                        unit.round(),
                                        attempt,
                                        message,
                                        log));
                    }
                    listener.accept(new SessionEvent.UnitFailed(unit, message, log, retry));
                    cancellation.throwIfCancelled();
                }
            }
        }
    }

    private void progress() {
        Map<Datapoint, Integer> remaining = new HashMap<>();
        openOf.forEach((series, count) -> {
            if (isUsable(series)) {
                Datapoint datapoint = catalogue.datapoint(series.datapoint()).orElseThrow();
                remaining.merge(datapoint, count, Integer::sum);
            }
        });
        listener.accept(
                new SessionEvent.Progress(total - open.size(), total, eta.remaining(remaining)));
    }
}
