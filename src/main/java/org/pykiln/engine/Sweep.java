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

    /// Waits for the grace only when there are ended steps at all; otherwise returns at once. Ends
    /// early, without those, when cancelled.
    ///
    /// @return what was removed
    public List<ContainerFacts> run(Cancellation cancellation) {
        List<ContainerFacts> removed = new ArrayList<>(orphans());
        List<ContainerFacts> ended = list(Labels.STAGE, c -> endedStep(c) && isUnnamed(c));
        if (!ended.isEmpty() && pause(cancellation)) {
            removed.addAll(remove(list(Labels.STAGE, ended::contains)));
        }
        return List.copyOf(removed);
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

    private static boolean ownerIsGone(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(Labels.OWNER))
                .flatMap(Owner::parse)
                .filter(Owner::isGone)
                .isPresent();
    }

    private static boolean endedStep(ContainerFacts container) {
        return ENDED.contains(container.state())
                && NO_STEP.stream().noneMatch(container.labels()::containsKey);
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
