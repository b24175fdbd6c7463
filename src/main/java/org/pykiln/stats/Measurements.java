package org.pykiln.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// All datapoints that were measured on one image, by name, in the order in which they are shown.
public record Measurements(String name, SequencedMap<String, Sample> datapoints) {

    public Measurements {
        datapoints = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(datapoints));
    }

    /// As the constructor, for any map with a meaningful order.
    public static Measurements of(String name, Map<String, Sample> datapoints) {
        return new Measurements(name, new LinkedHashMap<>(datapoints));
    }
}
