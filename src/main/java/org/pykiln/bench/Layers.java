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

    /// Packages that were compiled again have other bytes, and may have another speed.
    ///
    /// @param before hash of the layer that the finished units had
    /// @throws BenchException with [BenchProblem.SessionMismatch]
    void requireSame(String image, Datapoint datapoint, String before) {
        if (of(image, datapoint).filter(layer -> !layer.hash().equals(before)).isPresent()) {
            throw new BenchProblem.SessionMismatch(
                            "The finished units of %s were measured with packages of other content."
                                    .formatted(datapoint.name()),
                            "Measure again in another folder.")
                    .exception();
        }
    }
}
