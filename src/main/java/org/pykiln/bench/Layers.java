package org.pykiln.bench;

import java.util.Map;
import java.util.Optional;

/// The layers that a session measures with.
///
/// @param byImage layers by script folder, by name of the image
record Layers(Map<String, Map<String, Layer>> byImage) {
    Layers {
        byImage = Map.copyOf(byImage);
    }

    Optional<Layer> of(String image, Datapoint datapoint) {
        return Optional.ofNullable(byImage.getOrDefault(image, Map.of()).get(datapoint.folder()));
    }
}
