package org.pykiln.engine;

import java.util.List;
import java.util.Map;

/// What an engine knows of an image.
///
/// @param id content address, `sha256:…`
/// @param bytes size of all layers
/// @param architecture in PyKiln's names: `amd64`, `arm64`, `arm/v7`, …
/// @param layers content addresses of the layers, lowest first
public record ImageFacts(
        String id,
        List<String> tags,
        long bytes,
        String architecture,
        Map<String, String> labels,
        List<String> environment,
        List<String> layers) {
    public ImageFacts {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
        environment = List.copyOf(environment);
        layers = List.copyOf(layers);
    }
}
