package org.pykiln.job;

/// What a job does. Runs once, on a thread that may block.
///
/// @param <T> what comes out of it
@FunctionalInterface
public interface Work<T> {
    /// @throws java.util.concurrent.CancellationException when it stopped because it was cancelled
    /// @throws Exception when it failed; the message is what a person reads
    T run(JobContext context) throws Exception;

    /// Called when the job begins, on the thread that runs it.
    default void begun(Job<T> job) {}

    /// Called whenever a step has begun, on the thread that runs the job.
    default void stepped(Job<T> job) {}

    /// Called once the job has run and ended, on the thread that ran it; may block, and the next
    /// job waits for it.
    default void ended(Job<T> job) {}
}
