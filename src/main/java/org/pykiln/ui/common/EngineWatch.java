package org.pykiln.ui.common;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;

/// Notices when the engine goes and when it is back: at a job that fails, now and then while the
/// window is in front and nothing runs, and while none answers, more and more seldom.
public final class EngineWatch {
    /// Between two looks at an engine that answers.
    static final Duration GLANCE = Duration.ofSeconds(20);

    /// After a job has failed: an engine that is being stopped answers a moment longer.
    static final Duration SOON = Duration.ofSeconds(3);

    /// Before the first look for an engine that is gone; doubled with each.
    static final Duration FIRST = Duration.ofSeconds(2);

    static final Duration MOST = Duration.ofMinutes(1);

    private final EngineViewModel engine;
    private final EngineServices services;
    private final Background background;
    private final FxScheduler fx;
    private final NavigationViewModel navigation;
    private final BooleanSupplier busy;
    private FxScheduler.Pending next = FxScheduler.Pending.NONE;
    private Duration patience = FIRST;
    private boolean focused;
    private Problem lost = Problem.NONE;

    /// @param busy whether a job runs or waits, which notices by itself
    public EngineWatch(
            EngineViewModel engine,
            EngineServices services,
            Background background,
            FxScheduler fx,
            NavigationViewModel navigation,
            BooleanSupplier busy) {
        this.engine = engine;
        this.services = services;
        this.background = background;
        this.fx = fx;
        this.navigation = navigation;
        this.busy = busy;
        engine.status().addListener((of, before, now) -> changed());
    }

    /// The window has come to the front, or left it.
    public void focused(boolean now) {
        focused = now;
        if (now && engine.isKnown()) {
            patience = FIRST;
            look();
        } else {
            plan(GLANCE);
        }
    }

    /// A job has failed. Where that is because the engine is gone, this is said once and the same
    /// for all jobs that fail because of it.
    ///
    /// @param report shows what is to be said
    public void failed(Problem problem, Consumer<Problem> report) {
        if (mayBeTheEngine(problem)) {
            engine.recheck(() -> {
                if (!engine.isUsable()) {
                    lost = gone();
                }
                report.accept(engine.isUsable() ? problem : lost);
                plan(SOON);
            });
        } else {
            report.accept(problem);
            plan(SOON);
        }
    }

    private static boolean mayBeTheEngine(Problem problem) {
        for (Throwable cause = problem.cause().orElse(null);
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof EngineException failure) {
                return switch (failure.problem()) {
                    case EngineProblem.Absent _,
                            EngineProblem.Unreachable _,
                            EngineProblem.PermissionDenied _,
                            EngineProblem.ApiMismatch _,
                            EngineProblem.Unexpected _ ->
                            true;
                    default -> false;
                };
            }
        }
        return false;
    }

    private Problem gone() {
        String help =
                engine.status().get().help().stream()
                        .map(EngineServices.Command::line)
                        .findFirst()
                        .orElse("");
        return new Problem(
                        "The container engine does not answer any more.",
                        "What was built and measured before is kept. PyKiln notices by itself when"
                                + " the engine is back.",
                        help)
                .offering(
                        new Command("Look for engines again", engine::refresh),
                        new Command("See what was tried", () -> navigation.show(Section.ENGINES)));
    }

    private void changed() {
        patience = FIRST;
        if (!lost.isNone() && engine.isUsable()) {
            navigation.retract(lost);
            lost = Problem.NONE;
            navigation.tell("The container engine answers again: " + engine.line());
        }
        plan(GLANCE);
    }

    /// Looks again after a while.
    ///
    /// @param answering after how long, as long as an engine answers
    private void plan(Duration answering) {
        next.cancel();
        next = FxScheduler.Pending.NONE;
        if (!engine.isKnown()) {
            return;
        }
        if (!engine.isUsable()) {
            next = fx.later(patience, this::look);
        } else if (focused || answering.equals(SOON)) {
            next = fx.later(answering, this::look);
        }
    }

    private void look() {
        next.cancel();
        Optional<EngineFacts> used = engine.status().get().engine();
        if (busy.getAsBoolean()) {
            plan(GLANCE);
        } else if (used.isEmpty()) {
            Duration doubled = patience.multipliedBy(2);
            patience = doubled.compareTo(MOST) < 0 ? doubled : MOST;
            engine.recheck(() -> plan(GLANCE));
        } else {
            background.run(
                    () -> services.answers(used.get().endpoint()),
                    answers -> {
                        if (answers) {
                            plan(GLANCE);
                        } else {
                            engine.recheck(() -> plan(GLANCE));
                        }
                    },
                    unasked -> plan(GLANCE));
        }
    }
}
