package org.pykiln.lab;

import org.pykiln.engine.Engine;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Prover;

/// A connected engine and the services that work on it.
public record Workshop(Engine engine, ImageBuilder builder, Prover prover, Lab lab)
        implements AutoCloseable {
    /// Makes workshops; `Wiring` knows how.
    @FunctionalInterface
    public interface Opener {
        /// @throws org.pykiln.engine.EngineException when no engine can be used
        Workshop open();
    }

    @Override
    public void close() {
        engine.close();
    }
}
