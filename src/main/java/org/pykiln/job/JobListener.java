package org.pykiln.job;

/// Hears of jobs, on whatever thread they run; must not block.
public interface JobListener {
    /// State, steps, status or progress of the job changed.
    void changed(Job<?> job);

    /// The job's log grew.
    void logged(Job<?> job);
}
