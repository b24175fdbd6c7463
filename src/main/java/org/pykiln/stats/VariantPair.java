package org.pykiln.stats;

import java.util.Collections;

/// Two variants that are contrasted with each other, whatever else is.
public record VariantPair(Variant baseline, Variant candidate) {
    /// Whether there is a datapoint that all builds of both have.
    public boolean hasShared() {
        return !Collections.disjoint(baseline.datapoints(), candidate.datapoints());
    }
}
