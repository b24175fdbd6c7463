package org.pykiln.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Layers without a file in them.
final class FakeLayers {
    /// One for each script folder.
    static final LayerSource EMPTY = (lock, target, log, cancellation) -> layer(lock.folder());

    private FakeLayers() {}

    static Layer layer(String folder) {
        byte[] name = folder.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return new Layer(KitLock.sha256(name), List.of());
    }
}
