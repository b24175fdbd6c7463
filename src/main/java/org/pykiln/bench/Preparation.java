package org.pykiln.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.pyperf.PerfRun;

/// Everything between a plan and its first unit: images looked at, containers started, the kit put
/// in place, interpreters and host asked.
final class Preparation {
    /// What pyperf checks that depends on the benchmark, not on where it runs.
    private static final Set<String> OF_BENCHMARK = Set.of("name", "unit", "inner_loops");

    private final Engine engine;
    private final NativeOnly nativeOnly;
    private final FilledVolume kit;
    private final SessionPlan plan;
    private final Consumer<SessionEvent> listener;
    private final Cancellation cancellation;

    Preparation(
            Engine engine,
            NativeOnly nativeOnly,
            FilledVolume kit,
            SessionPlan plan,
            Consumer<SessionEvent> listener,
            Cancellation cancellation) {
        this.engine = engine;
        this.nativeOnly = nativeOnly;
        this.kit = kit;
        this.plan = plan;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /// Starts all containers.
    ///
    /// @return what each image's interpreter says, by name of the image
    Map<String, Probe> prepare(MeasuringContainers containers) {
        plan.images().forEach(this::requireNative);
        kit.create(engine);
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (PlannedImage image : plan.images()) {
            cancellation.throwIfCancelled();
            listener.accept(new SessionEvent.Preparing("Starting " + image.name()));
            containers.start(image);
            Probe probe = probe(containers, image);
            if (!probe.isReady()) {
                listener.accept(
                        new SessionEvent.Preparing(
                                "Preparing the benchmark kit for Python " + probe.python()));
                FilledVolume.prepare(engine, image, List.of(kit), plan.id(), cancellation);
                probe = probe(containers, image);
            }
            if (!probe.isReady()) {
                throw refused(image, "does not see the benchmark kit", "").exception();
            }
            probes.put(image.name(), probe);
        }
        return probes;
    }

    private void requireNative(PlannedImage image) {
        Optional<ImageFacts> there = engine.image(image.id());
        if (there.isEmpty()) {
            throw refused(image, "is not on the engine any more", "Build it again.").exception();
        }
        nativeOnly.require(image.name(), there.get().architecture());
    }

    private Probe probe(MeasuringContainers containers, PlannedImage image) {
        try {
            return Probe.in(engine, containers.of(image.name()), cancellation);
        } catch (IOException unreadable) {
            throw noPython(image, "" + unreadable.getMessage()).exception(unreadable);
        } catch (EngineException failed) {
            if (failed.problem() instanceof EngineProblem.ContainerMissing) {
                throw noPython(image, failed.problem().message()).exception(failed);
            }
            throw failed;
        }
    }

    private static BenchProblem.ImageRefused noPython(PlannedImage image, String reason) {
        return refused(
                image,
                "has no python3 that runs: " + reason,
                "Measure images that have Python 3.8 or later on their PATH.");
    }

    private static BenchProblem.ImageRefused refused(
            PlannedImage image, String what, String remedy) {
        String message = "The image %s %s.".formatted(image.name(), what);
        return new BenchProblem.ImageRefused(image.name(), message, remedy);
    }

    /// pyperf refuses to put runs together that were made in different places, so a session must
    /// not be resumed in another.
    void requireSamePlace(String image, Probe now, PerfRun before) {
        now.checked()
                .forEach((key, value) -> {
                    String old = before.metadata().get(key).map(Object::toString).orElse(value);
                    if (!OF_BENCHMARK.contains(key) && !old.equals(value)) {
                        throw new BenchProblem.SessionMismatch(
                                        "The finished units of %s were measured with %s = %s; now it is %s."
                                                .formatted(image, key, old, value),
                                        "Measure again in another folder.")
                                .exception();
                    }
                });
    }
}
