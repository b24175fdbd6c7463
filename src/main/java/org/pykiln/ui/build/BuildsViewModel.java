package org.pykiln.ui.build;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.JobState;
import org.pykiln.job.Progress;
import org.pykiln.job.Step;
import org.pykiln.recipe.Finding;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuildOptions;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Texts;

/// Building images: starts builds, and shows one job with its steps and, once there is an image,
/// its proofs.
public final class BuildsViewModel {
    private final ImageServices services;
    private final RecipeViewModel recipes;
    private final JobsViewModel jobs;
    private final EngineViewModel engine;
    private final NavigationViewModel navigation;
    private final BooleanProperty noCache = new SimpleBooleanProperty();
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Proven> proofs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable BuiltImage> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<JobState> state =
            new ReadOnlyObjectWrapper<>(JobState.QUEUED);

    public BuildsViewModel(
            ImageServices services,
            RecipeViewModel recipes,
            JobsViewModel jobs,
            EngineViewModel engine,
            NavigationViewModel navigation) {
        this.services = services;
        this.recipes = recipes;
        this.jobs = jobs;
        this.engine = engine;
        this.navigation = navigation;
        jobs.selected().flatMap(JobViewModel::progress).subscribe(now -> show());
        jobs.now().subscribe(now -> show());
    }

    public JobsViewModel jobs() {
        return jobs;
    }

    /// Whether the next build does every step again.
    public BooleanProperty noCache() {
        return noCache;
    }

    /// Of the selected job.
    public ObservableList<Step> steps() {
        return steps;
    }

    /// Of the image that the selected job built; those that do not hold come first.
    public ObservableList<Proven> proofs() {
        return proofs;
    }

    /// What the selected job built, or null.
    public ReadOnlyObjectProperty<@Nullable BuiltImage> image() {
        return image.getReadOnlyProperty();
    }

    /// What the selected job does or did, in one sentence.
    public ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    /// Of the selected job.
    public ReadOnlyObjectProperty<JobState> state() {
        return state.getReadOnlyProperty();
    }

    /// Builds the recipe as it is now, or says why that cannot be.
    public void build() {
        List<Finding> errors = recipes.errors();
        if (!errors.isEmpty()) {
            navigation.report(refusal(errors));
            navigation.show(Section.CONFIGURE);
            recipes.focused().set(errors.getFirst().knobs().getFirst());
            return;
        }
        navigation.show(Section.BUILDS);
        if (!engine.isUsable()) {
            engine.refresh();
            navigation.report(Problem.of("Not built: there is no container engine."));
            return;
        }
        NamedRecipe recipe = recipes.named();
        BuildOptions options = new BuildOptions(noCache.get());
        navigation.dismiss();
        jobs.submit(
                "Build " + recipe.name(),
                context -> services.build(recipe, options, context),
                this::built,
                navigation::report);
    }

    public void cancel() {
        Optional.ofNullable(jobs.selected().get()).ifPresent(jobs::cancel);
    }

    private void built(BuiltImage made) {
        if (made.failedProofs() == 0) {
            navigation.tell("Built " + made.reference());
        } else {
            navigation.report(
                    Problem.of(
                            "%s was built, but %s not hold: the image is not what its recipe says."
                                    .formatted(
                                            made.name(),
                                            made.failedProofs() == 1
                                                    ? "1 proof does"
                                                    : made.failedProofs() + " proofs do")));
        }
    }

    private static Problem refusal(List<Finding> errors) {
        return new Problem(
                errors.size() == 1
                        ? "Not built: the recipe has an error."
                        : "Not built: the recipe has %d errors.".formatted(errors.size()),
                errors.stream().map(Finding::summary).collect(Collectors.joining("\n")),
                "");
    }

    private void show() {
        JobViewModel job = jobs.selected().get();
        if (job == null) {
            return;
        }
        Progress progress = job.progress().get();
        state.set(progress.state());
        if (!steps.equals(progress.steps())) {
            steps.setAll(progress.steps());
        }
        BuiltImage made =
                job.job()
                        .result()
                        .filter(BuiltImage.class::isInstance)
                        .map(BuiltImage.class::cast)
                        .orElse(null);
        if (image.get() != made) {
            image.set(made);
            proofs.clear();
            if (made != null) {
                made.proofs().stream().filter(proof -> !proof.holds()).forEach(proofs::add);
                made.proofs().stream().filter(Proven::holds).forEach(proofs::add);
            }
        }
        headline.set(headline(job, made, jobs.now().get()));
    }

    private static String headline(JobViewModel job, @Nullable BuiltImage made, Instant now) {
        if (made == null) {
            return job.name() + " — " + job.line(now);
        }
        long holds = made.proofs().size() - made.failedProofs();
        return "%s · %s · %s · %s"
                .formatted(
                        Texts.proofs(holds, made.proofs().size()),
                        Texts.clock(made.took()),
                        Texts.bytes(made.bytes()),
                        made.reference());
    }
}
