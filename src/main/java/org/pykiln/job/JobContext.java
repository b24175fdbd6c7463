package org.pykiln.job;

import org.pykiln.engine.Cancellation;

/// What a running piece of work tells of itself. Cheap to call; from any thread of the work.
public interface JobContext {
    Cancellation cancellation();

    /// The next of the steps that stay visible after the job, such as those of a Dockerfile.
    ///
    /// @param number from 1
    /// @param of how many there will be, as far as is known now
    void step(int number, int of, String title);

    /// The current step needed no work.
    void cached();

    /// What is going on right now, in a few words that the next call replaces.
    void status(String text);

    /// @param done share of the whole job, 0 to 1; never called where it is not known
    void progress(double done);

    void log(LogLine.Kind kind, String text);

    default void log(String text) {
        log(LogLine.Kind.OUTPUT, text);
    }
}
