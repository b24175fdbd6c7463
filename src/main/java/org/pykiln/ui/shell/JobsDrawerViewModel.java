package org.pykiln.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.Texts;

/// All jobs of this window, whatever section is shown: the one that runs, then those that wait in
/// the order in which they will run, then those that have ended, the newest first.
public final class JobsDrawerViewModel {
    private final JobsViewModel jobs;
    private final Consumer<JobViewModel> shower;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<JobViewModel> listed = FXCollections.observableArrayList();
    private final Set<JobViewModel> cleared = new HashSet<>();

    /// @param shower goes to where the job is seen, or what came of it
    public JobsDrawerViewModel(JobsViewModel jobs, Consumer<JobViewModel> shower) {
        this.jobs = jobs;
        this.shower = shower;
        jobs.jobs().subscribe(this::list);
        jobs.waiting().subscribe(this::list);
        jobs.unfinished().subscribe(now -> list());
        jobs.current().subscribe(now -> list());
    }

    public BooleanProperty open() {
        return open;
    }

    public void toggle() {
        open.set(!open.get());
    }

    /// @return whether it was open
    public boolean close() {
        boolean was = open.get();
        open.set(false);
        return was;
    }

    public ObservableList<JobViewModel> listed() {
        return listed;
    }

    public JobsViewModel jobs() {
        return jobs;
    }

    /// For the button that opens the drawer: `2 waiting`, or what is behind it.
    public String line() {
        int waiting = jobs.waiting().size();
        return waiting == 0 ? "Jobs" : waiting + " waiting";
    }

    /// How far a job is, and of one that waits how many are before it.
    public String line(JobViewModel job) {
        int place = jobs.waiting().indexOf(job);
        return place <= 0
                ? job.line(jobs.now().get())
                : "waiting behind " + Texts.count(place, "other");
    }

    public boolean canMove(JobViewModel job, int by) {
        int from = jobs.waiting().indexOf(job);
        return from >= 0 && from + by >= 0 && from + by < jobs.waiting().size();
    }

    public void move(JobViewModel job, int by) {
        jobs.move(job, by);
    }

    public void cancel(JobViewModel job) {
        jobs.cancel(job);
    }

    /// Those that wait; the one that runs goes on.
    public void cancelWaiting() {
        List.copyOf(jobs.waiting()).forEach(jobs::cancel);
    }

    public void show(JobViewModel job) {
        shower.accept(job);
    }

    /// Takes those that have ended off this list; Builds keeps them.
    public void clearFinished() {
        jobs.jobs().stream().filter(job -> !job.isRunning()).forEach(cleared::add);
        list();
    }

    private void list() {
        List<JobViewModel> next = new ArrayList<>();
        jobs.jobs().stream()
                .filter(job -> job.isRunning() && !jobs.waiting().contains(job))
                .forEach(next::add);
        jobs.waiting().stream().filter(JobViewModel::isRunning).forEach(next::add);
        jobs.jobs().stream()
                .filter(job -> !job.isRunning() && !cleared.contains(job))
                .forEach(next::add);
        if (!next.equals(listed)) {
            listed.setAll(next);
        }
    }
}
