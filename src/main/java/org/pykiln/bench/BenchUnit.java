package org.pykiln.bench;

/// One pyperf worker process of one datapoint on one image.
///
/// @param image name of the image in the plan
/// @param datapoint name of the datapoint
/// @param round counted from 1
/// @param position of the image among the units of this datapoint in this round, from 1
public record BenchUnit(String image, String datapoint, int round, int position) {
    /// Such as `nbody on debian-o2, round 3`.
    public String text() {
        return "%s on %s, round %d".formatted(datapoint, image, round);
    }
}
