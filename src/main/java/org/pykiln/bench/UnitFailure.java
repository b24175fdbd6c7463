package org.pykiln.bench;

/// A unit that could not be measured, after all attempts. Round 0 stands for the datapoint as a
/// whole: it could not be calibrated, or an image cannot run it.
///
/// @param image name in the plan; empty when no image is to blame
/// @param attempts processes that were started for it
/// @param message one sentence
/// @param log the last lines the process wrote; may be empty
public record UnitFailure(
        String image, String datapoint, int round, int attempts, String message, String log) {}
