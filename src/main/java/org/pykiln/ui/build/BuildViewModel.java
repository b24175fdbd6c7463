package org.pykiln.ui.build;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.JobState;
import org.pykiln.job.LogLine;
import org.pykiln.job.Step;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.NavigationViewModel;

/// The build that is looked at: its steps, and what came of it.
public final class BuildViewModel {
    private final Background background;
    private final ReceiptViewModel receipt;
    private final LayersViewModel layers;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<JobState> state =
            new ReadOnlyObjectWrapper<>(JobState.QUEUED);
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.LOG);
    private final ReadOnlyObjectWrapper<Failure> failure =
            new ReadOnlyObjectWrapper<>(Failure.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable BuildEntry shown;
    private boolean explained;

    BuildViewModel(
            ImageServices services,
            Background background,
            Dialogs dialogs,
            NavigationViewModel navigation) {
        this.background = background;
        this.receipt = new ReceiptViewModel(dialogs, navigation);
        this.layers = new LayersViewModel(services, background);
        page.subscribe(now -> askForLayers());
    }

    public ReceiptViewModel receipt() {
        return receipt;
    }

    public LayersViewModel layers() {
        return layers;
    }

    public ObservableList<Step> steps() {
        return steps;
    }

    /// What it does or did, in one sentence.
    public ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<JobState> state() {
        return state.getReadOnlyProperty();
    }

    ObjectProperty<Page> page() {
        return page;
    }

    /// Where in the Dockerfile it failed.
    public ReadOnlyObjectProperty<Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Why it failed; empty when it did not.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void show(@Nullable BuildEntry entry, Instant now) {
        boolean other = entry == null || !entry.equals(shown);
        shown = entry;
        if (other) {
            failure.set(Failure.NONE);
            explained = false;
        }
        JobState before = other ? JobState.QUEUED : state.get();
        JobState after = entry == null ? JobState.QUEUED : entry.state();
        takeSteps(entry == null ? List.of() : entry.steps());
        BuiltImage made = entry == null ? null : entry.image().orElse(null);
        // an entry of the history makes its image anew whenever it is asked
        if (other || (made == null) != (receipt.image().get() == null)) {
            receipt.show(made);
        }
        problem.set(entry == null ? "" : entry.problem());
        state.set(after);
        headline.set(
                entry == null
                        ? ""
                        : made == null
                                ? entry.name() + " — " + entry.line(now)
                                : ReceiptViewModel.summary(made));
        if (other || before != after) {
            page.set(made == null ? Page.LOG : Page.PROOFS);
            askForLayers();
        }
    }

    /// Finds out where the build failed, once its whole log is there.
    void explain(BuildEntry entry, Supplier<List<LogLine>> log) {
        if (entry.state() == JobState.FAILED && !explained) {
            explained = true;
            background.run(
                    () -> Failure.of(entry.dockerfile(), entry.steps(), log.get()),
                    found -> {
                        if (entry.equals(shown)) {
                            failure.set(found);
                        }
                    },
                    unknown -> {});
        }
    }

    private void askForLayers() {
        if (page.get() == Page.LAYERS) {
            layers.show(receipt.image().get());
        }
    }

    /// Changes what is different only: a selection in the list outlives a step that ends.
    private void takeSteps(List<Step> now) {
        if (now.size() < steps.size()) {
            steps.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (i == steps.size()) {
                steps.addAll(now.subList(i, now.size()));
            } else if (!steps.get(i).equals(now.get(i))) {
                steps.set(i, now.get(i));
            }
        }
    }
}
