package org.pykiln.bench;

import org.jspecify.annotations.Nullable;

/// Carries a [BenchProblem] to whoever can act on it.
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient BenchProblem problem;

    BenchException(BenchProblem problem, @Nullable Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    public BenchProblem problem() {
        return problem;
    }
}
