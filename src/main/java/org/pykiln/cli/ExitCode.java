package org.pykiln.cli;

/// What the process ends with.
final class ExitCode {
    static final int DONE = 0;

    /// The job failed, or a check found errors.
    static final int FAILED = 1;

    static final int BAD_INPUT = 2;
    static final int NO_ENGINE = 3;
    static final int CANCELLED = 130;

    private ExitCode() {}
}
