package org.pykiln.bench;

import java.time.Duration;
import java.util.List;

/// What a session tells while it runs, in order, on the thread that runs it.
public sealed interface SessionEvent {
    /// What is being done before the first unit, as a sentence for a person.
    record Preparing(String what) implements SessionEvent {}

    /// The engine's host as it was found before the first unit.
    record HostInspected(HostFacts host) implements SessionEvent {}

    /// Something that makes measurements less certain; the session goes on.
    record HostWarning(String message) implements SessionEvent {}

    /// The first unit is about to be measured.
    ///
    /// @param earlier units that runs before this one have finished, those of extra rounds included
    /// @param requeue what those runs decided to measure again
    record Begun(SessionPlan plan, List<UnitFinished> earlier, Requeue requeue)
            implements SessionEvent {
        public Begun {
            earlier = List.copyOf(earlier);
        }
    }

    /// The session waits between two units, as a [Pause] asked it to.
    record Paused() implements SessionEvent {}

    /// The pause is over.
    record Resumed() implements SessionEvent {}

    /// @param loops iterations of one value, on all images
    record Calibrated(String datapoint, long loops) implements SessionEvent {}

    record UnitStarted(BenchUnit unit) implements SessionEvent {}

    /// @param mean of the unit's values, in seconds for one loop iteration
    record UnitFinished(BenchUnit unit, double mean) implements SessionEvent {}

    /// The host tells that others disturbed a unit that has finished. Whether its round is measured
    /// again is decided at the end.
    ///
    /// @param sign such as `other processes had 31 % of its CPU`
    record Disturbed(BenchUnit unit, String sign) implements SessionEvent {}

    /// All rounds of the plan are done, and it was decided which of them are measured again.
    record Requeued(Requeue requeue) implements SessionEvent {}

    /// @param willRetry whether another process is started for the same unit
    record UnitFailed(BenchUnit unit, String message, String log, boolean willRetry)
            implements SessionEvent {}

    /// After each unit.
    ///
    /// @param finished units that need no more work, those of earlier runs included
    /// @param total units of the plan
    /// @param remaining estimate of the time to the end
    record Progress(int finished, int total, Duration remaining) implements SessionEvent {}
}
