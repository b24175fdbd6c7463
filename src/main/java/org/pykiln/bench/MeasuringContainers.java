package org.pykiln.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;

/// One long-lived container for each image of a session; all are removed at the end.
final class MeasuringContainers implements AutoCloseable {
    /// Runs until it is killed, with nothing but Python.
    static final List<String> IDLE =
            List.of("python3", "-c", "import signal\nwhile True:\n    signal.pause()");

    /// The same in all containers: pyperf refuses to put runs of different hosts together.
    static final String HOST_NAME = "pykiln";

    private static final Map<String, String> SCRATCH =
            Map.of("/tmp", "rw,exec,nosuid,mode=1777,size=1g");

    /// What pyperf's own workers have, whatever the image says: a new seed in each process.
    private static final Map<String, String> ENVIRONMENT = Map.of("PYTHONHASHSEED", "random");

    private final Engine engine;
    private final SessionPlan plan;
    private final Consumer<String> warnings;
    private final Map<String, String> containers = new LinkedHashMap<>();
    private final Map<String, List<FilledVolume>> layers = new HashMap<>();

    MeasuringContainers(Engine engine, SessionPlan plan, Consumer<String> warnings) {
        this.engine = engine;
        this.plan = plan;
        this.warnings = warnings;
    }

    /// Removes what sessions have left whose process is gone; their workers would disturb this one.
    static void sweep(Engine engine) {
        engine.containers(Map.of(Labels.SESSION, "")).stream()
                .filter(container ->
                        Owner.parse(container.labels().getOrDefault(Labels.OWNER, ""))
                                .map(Owner::isGone)
                                .orElse(false))
                .forEach(container -> {
                    try {
                        engine.removeContainer(container.id());
                    } catch (EngineException beingRemovedByAnother) {
                        return;
                    }
                });
    }

    /// The lock keeps sessions of one workspace apart; others, of another user or from another
    /// computer, are seen by what they have on the engine.
    ///
    /// @throws BenchException with [BenchProblem.AlreadyMeasuring]
    static void requireAlone(Engine engine) {
        engine.containers(Map.of(Labels.SESSION, "")).stream()
                .filter(ContainerFacts::running)
                .findFirst()
                .ifPresent(other -> {
                    throw new BenchProblem.AlreadyMeasuring(
                                    "Another benchmark session is measuring on this engine (%s)."
                                            .formatted(
                                                    other.labels().getOrDefault(Labels.OWNER, "?")),
                                    "Wait for its end: two at once would measure each other. If it has"
                                            + " ended, remove what it left: docker rm -f "
                                            + other.id())
                            .exception();
                });
    }

    void start(PlannedImage image) {
        Map<String, String> volumes = new HashMap<>(Map.of(KitVolume.NAME, KitVolume.PATH));
        for (FilledVolume layer : layers.getOrDefault(image.name(), List.of())) {
            volumes.put(layer.name(), layer.path());
        }
        ContainerRequest request =
                new ContainerRequest(
                        image.id(),
                        IDLE,
                        HOST_NAME,
                        ENVIRONMENT,
                        Map.of(Labels.SESSION, plan.id(), Labels.OWNER, Owner.self().label()),
                        volumes,
                        true,
                        plan.cpuset(),
                        plan.memoryBytes(),
                        false,
                        SCRATCH);
        containers.put(image.name(), engine.start(request, warnings));
    }

    /// Starts the image's container anew, with these volumes besides the kit from now on.
    void mount(PlannedImage image, List<FilledVolume> volumes) {
        layers.put(image.name(), List.copyOf(volumes));
        restart(image);
    }

    /// Replaces a container that is gone or spoilt.
    void restart(PlannedImage image) {
        String old = containers.remove(image.name());
        if (old != null) {
            engine.removeContainer(old);
        }
        start(image);
    }

    /// @param image name in the plan
    String of(String image) {
        return Objects.requireNonNull(containers.get(image), image);
    }

    @Override
    public void close() {
        EngineException first = null;
        for (String container : containers.values()) {
            try {
                engine.removeContainer(container);
            } catch (EngineException failed) {
                first = first == null ? failed : first;
            }
        }
        containers.clear();
        if (first != null) {
            warnings.accept("A container could not be removed: " + first.problem().message());
        }
    }
}
