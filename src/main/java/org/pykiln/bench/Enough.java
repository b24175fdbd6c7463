package org.pykiln.bench;

import java.util.List;
import java.util.Map;

/// Decides whether a datapoint needs more rounds. Asked before each round after the first ones, so
/// that a session may stop early where the answer is precise; it must look at precision, never at
/// which image is faster.
@FunctionalInterface
public interface Enough {
    /// Measures every round of the plan.
    Enough NEVER = (datapoint, means) -> false;

    /// @param means process means so far by name of the image, in the order of rounds
    boolean test(String datapoint, Map<String, List<ProcessMean>> means);
}
