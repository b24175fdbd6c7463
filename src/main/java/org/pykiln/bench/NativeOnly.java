package org.pykiln.bench;

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
        Execution execution = architectures.execution(engine, architecture);
        if (execution == Execution.NATIVE) {
            return;
        }
        String how = execution == Execution.EMULATED ? "would be emulated on" : "cannot run on";
        throw new BenchProblem.ImageRefused(
                        image,
                        "The image %s is for %s and %s this %s engine."
                                .formatted(image, architecture, how, engine.facts().architecture()),
                        "Measure it on an engine of its own architecture: what an emulator takes"
                                + " says nothing about a processor.")
                .exception();
    }
}
