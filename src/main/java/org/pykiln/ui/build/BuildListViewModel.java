package org.pykiln.ui.build;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.pykiln.job.BuildHistory;
import org.pykiln.ui.build.BuildEntry.Live;
import org.pykiln.ui.build.BuildEntry.Past;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Texts;

/// Jobs of this run of the window, and the builds of earlier ones.
final class BuildListViewModel {
    private final BuildHistory history;
    private final JobsViewModel jobs;
    private final Background background;
    private final NavigationViewModel navigation;
    private final ObservableList<BuildEntry> entries = FXCollections.observableArrayList();

    BuildListViewModel(
            BuildHistory history,
            JobsViewModel jobs,
            Background background,
            NavigationViewModel navigation) {
        this.history = history;
        this.jobs = jobs;
        this.background = background;
        this.navigation = navigation;
        jobs.jobs().addListener((ListChangeListener<JobViewModel>) this::follow);
    }

    /// Jobs first, newest first each.
    ObservableList<BuildEntry> entries() {
        return entries;
    }

    /// Reads the history, and says what of it cannot be read.
    void load(Runnable then) {
        background.run(
                history::list,
                kept -> {
                    listed(kept);
                    then.run();
                },
                navigation::report);
    }

    void forget(BuildEntry entry) {
        entry.id()
                .ifPresent(id ->
                        background.run(
                                () -> {
                                    history.forget(id);
                                    return id;
                                },
                                gone -> {},
                                navigation::report));
        switch (entry) {
            case Live(JobViewModel job) -> jobs.forget(job);
            case Past past -> entries.remove(past);
        }
    }

    private void follow(ListChangeListener.Change<? extends JobViewModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(job -> entries.remove(new Live(job)));
            for (int i = change.getFrom(); i < change.getTo() && change.wasAdded(); i++) {
                entries.add(i, new Live(change.getList().get(i)));
            }
        }
    }

    private void listed(BuildHistory.Kept kept) {
        List<String> ofThisRun =
                entries.stream()
                        .filter(Live.class::isInstance)
                        .flatMap(entry -> entry.id().stream())
                        .toList();
        entries.removeIf(Past.class::isInstance);
        kept.builds().stream()
                .filter(build -> !ofThisRun.contains(build.id()))
                .map(Past::new)
                .forEach(entries::add);
        if (!kept.damaged().isEmpty()) {
            navigation.report(
                    new Problem(
                            "%s in the history cannot be read."
                                    .formatted(Texts.count(kept.damaged().size(), "build")),
                            String.join("\n", kept.damaged()),
                            ""));
        }
    }
}
