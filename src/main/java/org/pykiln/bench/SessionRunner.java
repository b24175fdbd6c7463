package org.pykiln.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.workspace.AtomicFiles;
import org.pykiln.workspace.Workspace;

/// Measures a session. May be run again for the same session after any kind of end: finished units
/// are not repeated.
public final class SessionRunner {
    private final Engine engine;
    private final NativeOnly nativeOnly;
    private final Kit kit;
    private final LayerSource layers;
    private final Workspace workspace;
    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();

    public SessionRunner(
            Engine engine, NativeOnly nativeOnly, Kit kit, LayerStore layers, Workspace workspace) {
        this(engine, nativeOnly, kit, (LayerSource) layers, workspace);
    }

    SessionRunner(
            Engine engine,
            NativeOnly nativeOnly,
            Kit kit,
            LayerSource layers,
            Workspace workspace) {
        this.engine = engine;
        this.nativeOnly = nativeOnly;
        this.kit = kit;
        this.layers = layers;
        this.workspace = workspace;
    }

    /// Measures what is missing and writes the merged suites.
    ///
    /// @param listener hears events in order, on the calling thread
    /// @throws BenchException when the session cannot be measured here at all
    /// @throws EngineException when the engine fails
    /// @throws CancellationException when cancelled; finished units are kept and the merged suites
    ///   are written all the same
    /// @throws UncheckedIOException when files cannot be written
    public SessionResult run(
            Session session, Consumer<SessionEvent> listener, Cancellation cancellation) {
        return run(session, new Pause(), listener, cancellation);
    }

    /// As above; may be asked to pause between two units.
    public SessionResult run(
            Session session,
            Pause pause,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        return run(session, session.plan().enough(), pause, listener, cancellation);
    }

    /// As above, with another rule than the plan's for when a datapoint has enough.
    SessionResult run(
            Session session,
            Enough enough,
            Pause pause,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        requireKnown(session.plan());
        try (MeasuringLock lock = MeasuringLock.acquire(workspace, session)) {
            Measuring measuring =
                    new Measuring(session, catalogue, enough, pause, listener, cancellation);
            if (measuring.isDone()) {
                return finish(session);
            }
            kit.fetch(line -> listener.accept(new SessionEvent.Preparing(line)), cancellation);
            try {
                measure(session, measuring, listener, cancellation);
            } catch (RuntimeException stopped) {
                mergeAfter(stopped, session);
                throw stopped;
            }
            return finish(session);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireKnown(SessionPlan plan) {
        if (!plan.kit().equals(Kit.HASH)) {
            throw new BenchProblem.SessionMismatch(
                            "The session was made with another version of the benchmark kit.",
                            "Measure again in another folder.")
                    .exception();
        }
        for (String name : plan.datapoints()) {
            if (catalogue.datapoint(name).isEmpty()) {
                throw new BenchProblem.UnknownBenchmark(name, List.of()).exception();
            }
        }
    }

    private void measure(
            Session session,
            Measuring measuring,
            Consumer<SessionEvent> listener,
            Cancellation cancellation)
            throws IOException {
        SessionPlan plan = session.plan();
        List<String> warnings = new ArrayList<>();
        Consumer<String> warn =
                message -> {
                    warnings.add(message);
                    listener.accept(new SessionEvent.HostWarning(message));
                };
        MeasuringContainers.sweep(engine);
        MeasuringContainers.requireAlone(engine);
        Preparation preparation =
                new Preparation(
                        engine, nativeOnly, KitVolume.of(kit), plan, listener, cancellation);
        try (MeasuringContainers containers = new MeasuringContainers(engine, plan, warn)) {
            Map<String, Probe> probes = preparation.prepare(containers);
            for (Map.Entry<String, PerfRun> before : measuring.earlierRuns().entrySet()) {
                String image = before.getKey();
                Probe probe = probes.get(image);
                if (probe != null) {
                    preparation.requireSamePlace(image, probe, before.getValue());
                }
            }
            HostFacts host = HostFacts.of(probes.values().iterator().next(), plan.cpuset());
            listener.accept(new SessionEvent.HostInspected(host));
            host.warnings().forEach(warn);
            writeWarnings(session, warnings);
            LayerPreparation.Prepared prepared =
                    new LayerPreparation(engine, layers, catalogue, plan, listener, cancellation)
                            .prepare(probes, containers);
            measuring.requireSameLayers(prepared.layers());
            measuring.leaveOut(prepared.hopeless());
            measuring.run(new Worker(engine, containers, plan, probes, prepared.layers()));
        } finally {
            writeWarnings(session, warnings);
        }
    }

    private static void writeWarnings(Session session, List<String> warnings) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String warning : warnings) {
            text.append(warning.replaceAll("[\\r\\n]+", " ")).append('\n');
        }
        if (!text.isEmpty() || Files.exists(session.warningsFile())) {
            AtomicFiles.write(session.warningsFile(), text.toString());
        }
    }

    private static SessionResult finish(Session session) throws IOException {
        SessionResult result = merge(session);
        session.journal().finish();
        return result;
    }

    private static SessionResult merge(Session session) throws IOException {
        SessionResult result = session.result();
        for (Map.Entry<String, PerfSuite> suite : result.suites().entrySet()) {
            session.journal().writeSuite(suite.getKey(), suite.getValue());
        }
        return result;
    }

    private static void mergeAfter(RuntimeException stopped, Session session) {
        try {
            merge(session);
        } catch (IOException | RuntimeException second) {
            stopped.addSuppressed(second);
        }
    }
}
