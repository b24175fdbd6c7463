package org.pykiln.source;

import org.jspecify.annotations.Nullable;

/// Carries a [DistfileProblem]. Cancelling is not a problem: it arrives as
/// [java.util.concurrent.CancellationException].
public final class DistfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient DistfileProblem problem;

    DistfileException(DistfileProblem problem, @Nullable Throwable cause) {
        super(problem.message() + "; " + problem.remedy(), cause);
        this.problem = problem;
    }

    public DistfileProblem problem() {
        return problem;
    }
}
