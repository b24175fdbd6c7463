package org.pykiln.ui.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs short calls that may block beside the window's thread, and brings what came of them back to
/// it.
public final class Background {
    /// A call that may block or fail.
    @FunctionalInterface
    public interface Call<T> {
        T call() throws Exception;
    }

    private final Executor elsewhere;
    private final FxScheduler fx;

    public Background(Executor elsewhere, FxScheduler fx) {
        this.elsewhere = elsewhere;
        this.fx = fx;
    }

    public <T> void run(Call<T> call, Consumer<T> done, Consumer<Problem> failed) {
        elsewhere.execute(() -> {
            Runnable outcome;
            try {
                T value = call.call();
                outcome = () -> done.accept(value);
            } catch (Exception | Error failure) {
                Problem problem = Problem.of(failure);
                outcome = () -> failed.accept(problem);
            }
            fx.execute(outcome);
        });
    }
}
