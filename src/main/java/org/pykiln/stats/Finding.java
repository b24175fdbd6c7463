package org.pykiln.stats;

import java.util.List;

/// Something in the course of a series that the spread of its processes does not explain.
public sealed interface Finding {

    /// The processes get slower or faster all along.
    ///
    /// @param change of the whole series, as a share: 0.03 for 3 % slower at its end
    record Drift(double change) implements Finding {}

    /// The processes are slower or faster from a moment on.
    ///
    /// @param before processes before the step
    /// @param after processes from it on
    /// @param round of the first process after it
    /// @param change of the mean, as a share
    record Step(int before, int after, int round, double change) implements Finding {}

    /// The processes form two groups with a gap between them, in no order of time.
    ///
    /// @param slow processes of the slower group
    /// @param apart distance of the groups' means, as a share
    record TwoGroups(int processes, int slow, double apart) implements Finding {}

    /// Single processes are far from their neighbours in time.
    ///
    /// @param rounds in which they ran
    /// @param change of the farthest one, as a share
    record Outliers(List<Integer> rounds, double change) implements Finding {
        public Outliers {
            rounds = List.copyOf(rounds);
        }
    }
}
