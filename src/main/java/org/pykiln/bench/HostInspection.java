package org.pykiln.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;

/// Looks at the engine's host before a session is even planned.
public final class HostInspection {
    private HostInspection() {}

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
