package org.pykiln.ui.build;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.JobState;
import org.pykiln.job.LogRing;
import org.pykiln.job.Step;
import org.pykiln.recipe.Finding;
import org.pykiln.ui.build.BuildEntry.Live;
import org.pykiln.ui.build.BuildEntry.Past;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuildOptions;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;

/// Building images: starts builds, lists those of this run and before it, and shows one of them.
public final class BuildsViewModel {
    private final ImageServices services;
    private final RecipeViewModel recipes;
    private final JobsViewModel jobs;
    private final EngineViewModel engine;
    private final NavigationViewModel navigation;
    private final Background background;
    private final Dialogs dialogs;
    private final FxScheduler fx;
    private final InstantSource clock;
    private final BuildViewModel shown;
    private final BuildListViewModel list;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasRecipe = new ReadOnlyBooleanWrapper();
    private final BooleanProperty noCache = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable BuildEntry> selected = new SimpleObjectProperty<>();

    public BuildsViewModel(
            ImageServices services,
            RecipeViewModel recipes,
            JobsViewModel jobs,
            EngineViewModel engine,
            NavigationViewModel navigation,
            Background background,
            Dialogs dialogs,
            FxScheduler fx,
            InstantSource clock) {
        this.services = services;
        this.recipes = recipes;
        this.jobs = jobs;
        this.engine = engine;
        this.navigation = navigation;
        this.background = background;
        this.dialogs = dialogs;
        this.fx = fx;
        this.clock = clock;
        this.shown = new BuildViewModel(services, background, dialogs, navigation);
        this.list = new BuildListViewModel(services.history(), jobs, background, navigation);
        jobs.selected()
                .subscribe(job -> {
                    if (job != null) {
                        selected.set(new Live(job));
                    }
                });
        jobs.selected().flatMap(JobViewModel::progress).subscribe(now -> show());
        jobs.now().subscribe(now -> show());
        selected.subscribe(this::open);
    }

    public JobsViewModel jobs() {
        return jobs;
    }

    /// Jobs of this run, newest first, and below them the builds of earlier ones.
    public ObservableList<BuildEntry> entries() {
        return list.entries();
    }

    /// Null for none.
    public ObjectProperty<@Nullable BuildEntry> selected() {
        return selected;
    }

    /// The one that is selected.
    public BuildViewModel shown() {
        return shown;
    }

    /// Whether the selected one is a job of this run that has not ended.
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Whether the selected one has ended.
    public ReadOnlyBooleanProperty ended() {
        return ended.getReadOnlyProperty();
    }

    /// Whether the selected one is the build of a recipe.
    public ReadOnlyBooleanProperty hasRecipe() {
        return hasRecipe.getReadOnlyProperty();
    }

    /// Whether the next build does every step again.
    public BooleanProperty noCache() {
        return noCache;
    }

    public ObservableList<Step> steps() {
        return shown.steps();
    }

    public ObservableList<Proven> proofs() {
        return shown.receipt().proofs();
    }

    public ReadOnlyStringProperty headline() {
        return shown.headline();
    }

    public ReadOnlyObjectProperty<JobState> state() {
        return shown.state();
    }

    /// Lists the builds of earlier runs.
    public void load() {
        list.load(() -> {
            if (selected.get() == null && !entries().isEmpty()) {
                selected.set(entries().getFirst());
            }
        });
    }

    /// Builds the recipe as it is now, or says why that cannot be.
    public void build() {
        List<Finding> errors = recipes.errors();
        if (!errors.isEmpty()) {
            navigation.report(BuildProblems.refusal(errors, recipes::apply, this::openKnob));
            openKnob(errors.getFirst());
            return;
        }
        start(recipes.named(), new BuildOptions(noCache.get()));
    }

    /// Builds the selected build's recipe once more.
    ///
    /// @param fresh whether every step is done again
    public void again(boolean fresh) {
        recipe().ifPresent(recipe -> start(recipe, new BuildOptions(fresh)));
    }

    public void cancel() {
        Optional.ofNullable(jobs.selected().get()).ifPresent(jobs::cancel);
    }

    /// Opens the selected build's recipe as one that is saved nowhere.
    ///
    /// @param guard runs what it is given unless that would lose what somebody wants to keep
    public void editAsNew(Consumer<Runnable> guard) {
        recipe().ifPresent(built ->
                guard.accept(() -> {
                    recipes.open(
                            new NamedRecipe(
                                    built.name(), "", built.recipe(), false, Optional.empty()));
                    recipes.name().set(built.name() + "-copy");
                    navigation.show(Section.CONFIGURE);
                }));
    }

    /// Shows what the bytes of the built image are spent on.
    public void showLayers() {
        shown.page().set(Page.LAYERS);
    }

    /// Shows the line that says why the selected build failed.
    public void goToError() {
        shown.page().set(Page.LOG);
        jobs.log().goToError();
    }

    public void copyReference() {
        BuiltImage made = shown.receipt().image().get();
        if (made != null) {
            dialogs.copy(made.reference());
            navigation.tell("Copied " + made.reference());
        }
    }

    /// Takes the selected build out of the list for good, once somebody has confirmed it.
    public void remove() {
        BuildEntry entry = selected.get();
        if (entry == null
                || !entry.state().isEnded()
                || !dialogs.confirm(
                        "Remove %s from the history?".formatted(entry.name()),
                        "Its log goes with it. The image stays.",
                        "Remove")) {
            return;
        }
        int at = entries().indexOf(entry);
        list.forget(entry);
        selected.set(
                entries().isEmpty() ? null : entries().get(Math.min(at, entries().size() - 1)));
    }

    private Optional<NamedRecipe> recipe() {
        return Optional.ofNullable(selected.get()).flatMap(BuildEntry::recipe);
    }

    private void start(NamedRecipe recipe, BuildOptions options) {
        navigation.show(Section.BUILDS);
        if (!engine.isUsable()) {
            engine.refresh();
            navigation.report(
                    BuildProblems.noEngine(
                            engine::refresh, () -> navigation.show(Section.ENGINES)));
            return;
        }
        navigation.dismiss();
        jobs.submit(
                "Build " + recipe.name(),
                new RecordedBuild(
                        services,
                        recipe,
                        options,
                        clock,
                        problem -> fx.execute(() -> navigation.report(problem))),
                this::built,
                navigation::report);
    }

    private void openKnob(Finding error) {
        navigation.show(Section.CONFIGURE);
        recipes.focused().set(error.knobs().getFirst());
    }

    private void built(BuiltImage made) {
        if (made.failedProofs() == 0) {
            navigation.tell("Built " + made.reference());
        } else {
            navigation.report(BuildProblems.unproven(made));
        }
    }

    private void open(@Nullable BuildEntry entry) {
        switch (entry) {
            case null -> jobs.selected().set(null);
            case Live(JobViewModel job) -> jobs.selected().set(job);
            case Past past -> openPast(past);
        }
        show();
    }

    private void openPast(Past past) {
        jobs.show(new LogRing(1), past.name());
        background.run(
                () -> services.history().log(past.build().id()),
                lines -> {
                    if (past.equals(selected.get())) {
                        jobs.show(LogRing.of(lines), past.name());
                        shown.explain(past, () -> lines);
                    }
                },
                navigation::report);
    }

    private void show() {
        BuildEntry entry = selected.get();
        shown.show(entry, jobs.now().get());
        running.set(entry instanceof Live && !entry.state().isEnded());
        ended.set(entry != null && entry.state().isEnded());
        hasRecipe.set(recipe().isPresent());
        if (entry instanceof Live(JobViewModel job) && job.state() == JobState.FAILED) {
            shown.explain(entry, job.job().log()::lines);
        }
    }
}
