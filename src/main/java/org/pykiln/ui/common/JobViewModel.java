package org.pykiln.ui.common;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.pykiln.job.Job;
import org.pykiln.job.JobState;
import org.pykiln.job.Progress;
import org.pykiln.job.Step;

/// One job as the window sees it.
public final class JobViewModel {
    private final Job<?> job;
    private final ReadOnlyObjectWrapper<Progress> progress;

    JobViewModel(Job<?> job) {
        this.job = job;
        this.progress = new ReadOnlyObjectWrapper<>(job.progress());
    }

    public Job<?> job() {
        return job;
    }

    public String name() {
        return job.name();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    public JobState state() {
        return progress.get().state();
    }

    public boolean isRunning() {
        return !state().isEnded();
    }

    /// Where it is, in a few words: `step 7/12 · 3:10`.
    public String line(Instant now) {
        Progress seen = progress.get();
        if (seen.state() == JobState.QUEUED) {
            return "waiting";
        }
        String time = Texts.clock(seen.elapsed(now));
        if (seen.state() != JobState.RUNNING) {
            return seen.state().word() + " · " + time;
        }
        String where =
                seen.currentStep().map(s -> "step %d/%d".formatted(s.number(), s.of())).orElse("");
        String what = seen.status().isEmpty() ? where : seen.status();
        return what.isEmpty() ? time : what + " · " + time;
    }

    /// What the bar shows: 0 to 1, or below 0 where nobody knows.
    public double share() {
        Progress seen = progress.get();
        if (seen.state() == JobState.QUEUED) {
            return 0;
        }
        return seen.state().isEnded() ? seen.done().orElse(1) : seen.share().orElse(-1);
    }

    /// The step in which it failed, as far as steps are known.
    public Optional<Step> failedStep() {
        return state() == JobState.FAILED ? progress.get().currentStep() : Optional.empty();
    }

    void refresh() {
        Progress now = job.progress();
        if (!now.equals(progress.get())) {
            progress.set(now);
        }
    }
}
