package org.pykiln.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Removes the containers and images that a crash left on an engine. Nothing without PyKiln's
/// labels is touched, nor anything that may belong to a living process:
///
/// - A container or an image with an [Owner] goes when that process has certainly ended.
/// - A container of a build step has a stage and nothing else, and its builder may belong to
///   anyone. An engine stops and removes it by itself when its client is gone, so a running one has
///   a client and stays. One that does not run is about to be committed or removed, which takes
///   seconds; when it is still there and unchanged after the grace, its engine was killed in
///   mid-build, and it goes.
public final class Sweep {
    /// Longer than an engine needs to commit the layer of a step.
    public static final Duration GRACE = Duration.ofMinutes(1);

    private static final Set<String> ENDED = Set.of("created", "exited", "dead");

    /// Labels of finished images and of containers with another purpose.
    private static final Set<String> NO_STEP = Set.of(Labels.OWNER, Labels.RECIPE, Labels.SESSION);

    private final Engine engine;
    private final Duration grace;

    public Sweep(Engine engine) {
        this(engine, GRACE);
    }

    /// @param grace how long an ended step must lie unchanged
    public Sweep(Engine engine, Duration grace) {
        this.engine = engine;
        this.grace = grace;
    }

    /// What [#run] would remove now, if the steps that have ended stay as they are.
    public List<ContainerFacts> preview() {
        List<ContainerFacts> found = new ArrayList<>(list(Labels.OWNER, Sweep::ownerIsGone));
        found.addAll(endedSteps());
        return List.copyOf(found);
    }

    /// Whether a build runs on the engine at this moment: one of its steps does.
    public boolean seesBuild() {
        return !list(Labels.STAGE, container -> container.running() && isStep(container)).isEmpty();
    }

    /// Waits for the grace only when there are ended steps at all; otherwise returns at once. Ends
    /// early, without those, when cancelled.
    ///
    /// @return what was removed
    public List<ContainerFacts> run(Cancellation cancellation) {
        List<ContainerFacts> removed = new ArrayList<>(orphans());
        removed.addAll(remove(settled(endedSteps(), cancellation)));
        return List.copyOf(removed);
    }

    /// Of what [#preview] told, that which still is as it was, after the grace where there are
    /// steps among it.
    public List<ContainerFacts> settled(List<ContainerFacts> found, Cancellation cancellation) {
        boolean steps = found.stream().anyMatch(Sweep::isStep);
        if (steps && !pause(cancellation)) {
            return List.of();
        }
        return preview().stream().filter(found::contains).toList();
    }

    private List<ContainerFacts> endedSteps() {
        return list(Labels.STAGE, c -> endedStep(c) && isUnnamed(c));
    }

    /// Removes only what has lost its owner, which needs no waiting.
    ///
    /// @return what was removed
    public List<ContainerFacts> orphans() {
        List<ContainerFacts> removed = remove(list(Labels.OWNER, Sweep::ownerIsGone));
        removeImages();
        return removed;
    }

    private List<ContainerFacts> list(String label, Predicate<ContainerFacts> wanted) {
        return engine.containers(Map.of(label, "")).stream().filter(wanted).toList();
    }

    private List<ContainerFacts> remove(List<ContainerFacts> containers) {
        return containers.stream().filter(this::remove).toList();
    }

    private boolean remove(ContainerFacts container) {
        try {
            engine.removeContainer(container.id());
            return true;
        } catch (EngineException beingRemovedByAnother) {
            return false;
        }
    }

    /// Those with an owner only served a moment: to ask for architectures, or to build wheels.
    private void removeImages() {
        for (ImageFacts image : engine.images(Map.of(Labels.OWNER, ""))) {
            try {
                if (ownerIsGone(image.labels())) {
                    engine.removeImage(image.id());
                }
            } catch (EngineException inUse) {
                continue;
            }
        }
    }

    private static boolean ownerIsGone(ContainerFacts container) {
        return ownerIsGone(container.labels());
    }

    /// Whether these are the labels of something whose process has certainly ended.
    public static boolean ownerIsGone(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(Labels.OWNER))
                .flatMap(Owner::parse)
                .filter(Owner::isGone)
                .isPresent();
    }

    private static boolean endedStep(ContainerFacts container) {
        return ENDED.contains(container.state()) && isStep(container);
    }

    private static boolean isStep(ContainerFacts container) {
        return NO_STEP.stream().noneMatch(container.labels()::containsKey);
    }

    /// An image keeps the labels of its stages, so what a person runs from it has them too. A step
    /// runs from a layer without a name.
    private boolean isUnnamed(ContainerFacts container) {
        return engine.image(container.image()).map(ImageFacts::tags).orElse(List.of()).isEmpty();
    }

    private boolean pause(Cancellation cancellation) {
        long end = System.nanoTime() + grace.toNanos();
        Thread waiting = Thread.currentThread();
        try (var registration = cancellation.onCancel(() -> LockSupport.unpark(waiting))) {
            while (!cancellation.isCancelled() && !waiting.isInterrupted()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                LockSupport.parkNanos(left);
            }
        }
        return false;
    }
}
