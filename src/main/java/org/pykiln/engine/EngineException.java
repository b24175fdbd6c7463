package org.pykiln.engine;

import org.jspecify.annotations.Nullable;

/// Carries an [EngineProblem] to whoever can act on it. Cancelling is not a problem: it arrives as
/// [java.util.concurrent.CancellationException].
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient EngineProblem problem;

    public EngineException(EngineProblem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public EngineException(EngineProblem problem) {
        this(problem, null);
    }

    public EngineProblem problem() {
        return problem;
    }
}
