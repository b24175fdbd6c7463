package org.pykiln.ui.build;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.ProofResult;
import org.pykiln.job.BuildRecord;
import org.pykiln.job.Job;
import org.pykiln.job.JobContext;
import org.pykiln.job.LogKeeper;
import org.pykiln.job.LogLine;
import org.pykiln.job.LogRing;
import org.pykiln.job.Work;
import org.pykiln.recipe.Catalogue;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuildOptions;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;

/// Builds a recipe, and notes in the history that it does and what came of it. A history that
/// cannot be written is no reason not to build.
final class RecordedBuild implements Work<BuiltImage> {
    private final ImageServices services;
    private final NamedRecipe recipe;
    private final BuildOptions options;
    private final String dockerfile;
    private final InstantSource clock;
    private final Consumer<Problem> unkept;
    private volatile @Nullable BuildRecord begun;
    private volatile LogRing log = new LogRing(1);
    private volatile @Nullable LogKeeper keeper;

    /// @param unkept told on the job's thread when the end of the build cannot be noted
    RecordedBuild(
            ImageServices services,
            NamedRecipe recipe,
            BuildOptions options,
            InstantSource clock,
            Consumer<Problem> unkept) {
        this.services = services;
        this.recipe = recipe;
        this.options = options;
        this.dockerfile = Renderer.render(Catalogue.plan(recipe.recipe())).text();
        this.clock = clock;
        this.unkept = unkept;
    }

    NamedRecipe recipe() {
        return recipe;
    }

    String dockerfile() {
        return dockerfile;
    }

    /// By which the history knows it; nothing before it began.
    Optional<String> id() {
        return Optional.ofNullable(begun).map(BuildRecord::id);
    }

    @Override
    public void begun(Job<BuiltImage> job) {
        log = job.log();
    }

    @Override
    public BuiltImage run(JobContext context) throws Exception {
        try {
            BuildRecord build =
                    services.history()
                            .begin(
                                    recipe.name(),
                                    recipe.recipe(),
                                    options.noCache(),
                                    dockerfile,
                                    clock.instant());
            begun = build;
            keeper = services.history().follow(build, log);
        } catch (IOException notWritable) {
            context.log(
                    LogLine.Kind.NOTE,
                    "This build will not be in the history: " + notWritable.getMessage());
        }
        return services.build(recipe, options, context);
    }

    /// So that of a build that is killed it is known how far it came.
    @Override
    public void stepped(Job<BuiltImage> job) {
        BuildRecord build = begun;
        if (build != null) {
            try {
                services.history().note(build.at(job.progress(), "", Optional.empty()));
            } catch (IOException saidAtTheEnd) {
                return;
            }
        }
    }

    @Override
    public void ended(Job<BuiltImage> job) {
        BuildRecord build = begun;
        if (build == null) {
            return;
        }
        LogKeeper kept = keeper;
        if (kept != null) {
            kept.close();
        }
        String said = job.problem().map(Problem::of).map(Problem::text).orElse("");
        try {
            services.history()
                    .end(
                            build.at(job.progress(), said, job.result().map(RecordedBuild::result)),
                            job.log().lines());
        } catch (IOException notWritable) {
            unkept.accept(
                    new Problem(
                            "The end of %s could not be kept in the history.".formatted(job.name()),
                            String.valueOf(notWritable.getMessage()),
                            ""));
        }
    }

    private static BuildRecord.Result result(BuiltImage image) {
        return new BuildRecord.Result(
                image.reference(),
                image.id(),
                image.bytes(),
                image.took(),
                image.proofs().stream()
                        .map(one ->
                                new ProofResult(one.knob(), one.claim(), one.holds(), one.seen()))
                        .toList());
    }

    static Optional<BuiltImage> image(BuildRecord build) {
        return build.result()
                .map(made ->
                        new BuiltImage(
                                build.name(),
                                made.reference(),
                                made.digest(),
                                made.took(),
                                made.bytes(),
                                Optional.of(build.recipe()),
                                made.proofs().stream()
                                        .map(one ->
                                                new Proven(
                                                        one.knob(),
                                                        one.claim(),
                                                        one.holds(),
                                                        one.seen()))
                                        .toList()));
    }
}
