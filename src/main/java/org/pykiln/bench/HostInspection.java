package org.pykiln.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;

/// Looks at the engine's host before a session is even planned.
public final class HostInspection {
    /// An engine with more broken images than these has none worth looking for.
    private static final int MOST = 8;

    private HostInspection() {}

    /// Through the first of the images that runs.
    ///
    /// @param images of the engine's own architecture, the likeliest first
    /// @return nothing when there are no images
    /// @throws BenchException as below; with [BenchProblem.ImageRefused] when none of them runs
    /// @throws EngineException when the engine fails, whatever the image
    public static Optional<HostFacts> ofAny(
            Engine engine, List<ImageFacts> images, Cancellation cancellation) {
        List<RuntimeException> failures = new ArrayList<>();
        for (ImageFacts image : images.subList(0, Math.min(MOST, images.size()))) {
            try {
                return Optional.of(of(engine, image.id(), cancellation));
            } catch (EngineException | BenchException failure) {
                if (!isOfImage(failure)) {
                    throw failure;
                }
                failures.add(failure);
            }
        }
        if (images.isEmpty()) {
            return Optional.empty();
        }
        throw noneRuns(images.getFirst(), images.size(), failures.getFirst());
    }

    private static boolean isOfImage(RuntimeException failure) {
        return switch (failure) {
            case BenchException bench -> bench.problem() instanceof BenchProblem.ImageRefused;
            case EngineException engine ->
                    switch (engine.problem()) {
                        case EngineProblem.Absent _,
                                EngineProblem.Unreachable _,
                                EngineProblem.PermissionDenied _,
                                EngineProblem.ApiMismatch _,
                                EngineProblem.OutOfSpace _ ->
                                false;
                        default -> true;
                    };
            default -> false;
        };
    }

    private static BenchException noneRuns(ImageFacts first, int number, RuntimeException why) {
        String name = first.tags().isEmpty() ? first.id() : first.tags().getFirst();
        String reason = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return new BenchProblem.ImageRefused(
                        name,
                        "The host cannot be looked at, for none of the %s of PyKiln's on this engine runs. Of %s it says: %s"
                                .formatted(
                                        number == 1 ? "images" : number + " images", name, reason),
                        "Build one anew: ./pykiln build quick --no-cache")
                .exception(why);
    }

    /// Runs Python for a moment in a container of its own, without a network.
    ///
    /// @param image id of one that has Python
    /// @throws BenchException with [BenchProblem.AlreadyMeasuring] when a session measures there,
    ///   which must not be disturbed; with [BenchProblem.ImageRefused] when no Python answers
    public static HostFacts of(Engine engine, String image, Cancellation cancellation) {
        MeasuringContainers.requireAlone(engine);
        String container =
                engine.start(
                        new ContainerRequest(
                                image,
                                MeasuringContainers.IDLE,
                                "",
                                Map.of(),
                                Map.of(Labels.OWNER, Owner.self().label()),
                                Map.of(),
                                true,
                                Optional.empty(),
                                0,
                                false,
                                Map.of()),
                        unheard -> {});
        try {
            return HostFacts.of(Probe.in(engine, container, cancellation), Optional.empty());
        } catch (IOException noPython) {
            throw new BenchProblem.ImageRefused(
                            image, "The host could not be looked at: " + noPython.getMessage(), "")
                    .exception(noPython);
        } finally {
            engine.removeContainer(container);
        }
    }
}
