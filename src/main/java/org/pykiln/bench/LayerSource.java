package org.pykiln.bench;

import java.io.IOException;
import java.util.function.Consumer;
import org.pykiln.engine.Cancellation;

/// Where layers come from.
@FunctionalInterface
interface LayerSource {
    /// The layer of a lock for a target, made where it is not there yet.
    ///
    /// @param log hears of everything that takes long
    /// @throws LayerMissingException when a package cannot be had for the target
    /// @throws IOException when the layer cannot be kept
    /// @throws java.util.concurrent.CancellationException when cancelled
    Layer layer(LayerLock lock, LayerTarget target, Consumer<String> log, Cancellation cancellation)
            throws LayerMissingException, IOException;
}
