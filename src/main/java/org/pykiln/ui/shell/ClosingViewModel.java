package org.pykiln.ui.shell;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.Texts;

/// How the window is closed: asks once, cancels what runs, and waits until it has put down what it
/// holds on the engine.
public final class ClosingViewModel {
    private final JobsViewModel jobs;
    private final Dialogs dialogs;
    private final Consumer<Runnable> guard;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Runnable end = () -> {};

    /// @param guard runs what it is given unless something unsaved would be lost by it
    public ClosingViewModel(JobsViewModel jobs, Dialogs dialogs, Consumer<Runnable> guard) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.guard = guard;
        jobs.unfinished().subscribe(now -> endWhenAllHaveEnded());
    }

    /// Whether the window only waits for jobs to end.
    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// What is waited for.
    public String line() {
        int left = jobs.unfinished().get();
        return "Cancelling %s, and removing what %s on the engine."
                .formatted(Texts.count(left, "job"), left == 1 ? "it has" : "they have");
    }

    /// @param closing closes the window for good
    public void close(Runnable closing) {
        if (waiting.get() || (jobs.isBusy() && !isMeant())) {
            return;
        }
        guard.accept(() -> {
            end = closing;
            waiting.set(true);
            jobs.cancelAll();
            endWhenAllHaveEnded();
        });
    }

    /// Without waiting any longer. What is left on the engine is swept at the next start.
    public void closeNow() {
        if (waiting.get()) {
            waiting.set(false);
            end.run();
        }
    }

    private boolean isMeant() {
        return dialogs.confirm(
                jobs.unfinished().get() == 1
                        ? "A job is still running"
                        : jobs.unfinished().get() + " jobs are not done yet",
                "Closing the window cancels what runs and what waits. Finished units of a session are"
                        + " kept.",
                "Cancel and close");
    }

    private void endWhenAllHaveEnded() {
        if (waiting.get() && !jobs.isBusy()) {
            closeNow();
        }
    }
}
