package org.pykiln.ui.common;

import java.util.function.Consumer;

/// Calls of which only the one that was asked for last counts, in whatever order they come back.
public final class LatestCall {
    private final Background background;
    private long asked;

    public LatestCall(Background background) {
        this.background = background;
    }

    /// As [Background#run]; neither outcome is told when another was asked for since.
    public <T> void run(Background.Call<T> call, Consumer<T> done, Consumer<Problem> failed) {
        long number = ++asked;
        background.run(
                call,
                value -> {
                    if (number == asked) {
                        done.accept(value);
                    }
                },
                problem -> {
                    if (number == asked) {
                        failed.accept(problem);
                    }
                });
    }
}
