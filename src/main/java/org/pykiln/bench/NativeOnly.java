package org.pykiln.bench;

import java.util.Optional;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineArchitectures;

/// Lets images be measured only where the engine's own CPU executes them.
public final class NativeOnly {
    private final Engine engine;
    private final EngineArchitectures architectures;

    public NativeOnly(Engine engine, EngineArchitectures architectures) {
        this.engine = engine;
        this.architectures = architectures;
    }

    /// @param image as a person knows it
    /// @throws BenchException with [BenchProblem.ImageRefused]
    public void require(String image, String architecture) {
        refusal(
                        image,
                        architecture,
                        architectures.execution(engine, architecture),
                        engine.facts().architecture())
                .ifPresent(refused -> {
                    throw refused.exception();
                });
    }

    /// Why an image is not measured; nothing where it is.
    ///
    /// @param execution how the engine executes the image's architecture
    /// @param host the engine's own architecture
    public static Optional<BenchProblem> refusal(
            String image, String architecture, Execution execution, String host) {
        if (execution == Execution.NATIVE) {
            return Optional.empty();
        }
        String how = execution == Execution.EMULATED ? "would be emulated on" : "cannot run on";
        return Optional.of(
                new BenchProblem.ImageRefused(
                        image,
                        "The image %s is for %s and %s this %s engine."
                                .formatted(image, architecture, how, host),
                        "Measure it on an engine of its own architecture: what an emulator takes"
                                + " says nothing about a processor."));
    }
}
