package org.pykiln.job;

import java.time.Duration;

/// One line of a job's log.
///
/// @param number from 1, without gaps
/// @param step in which it was said: the place in the job's list of steps, from 1; 0 before the
///   first
/// @param at since the job started
public record LogLine(long number, int step, Duration at, Kind kind, String text) {
    /// Who speaks.
    public enum Kind {
        /// PyKiln: a step begins
        STEP,
        /// the process that runs
        OUTPUT,
        /// the process that runs, on standard error
        ERROR,
        /// PyKiln: something to know
        NOTE,
        /// PyKiln: the end of a job that failed
        PROBLEM
    }
}
