package org.pykiln.engine;

import java.util.Map;

/// A container as the engine lists it; also those that have ended.
public record ContainerFacts(String id, String image, String state, Map<String, String> labels) {
    public ContainerFacts {
        labels = Map.copyOf(labels);
    }

    public boolean running() {
        return state.equals("running");
    }
}
