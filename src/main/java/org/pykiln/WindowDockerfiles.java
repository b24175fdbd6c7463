package org.pykiln;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.DockerCommand;
import org.pykiln.job.JobContext;
import org.pykiln.lab.ExportOrder;
import org.pykiln.lab.Subject;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.ProblemException;

/// Dockerfiles, and folders that an engine can build them from.
final class WindowDockerfiles implements DockerfileServices {
    private final SourceFiles sources;

    WindowDockerfiles(SourceFiles sources) {
        this.sources = sources;
    }

    @Override
    public Dockerfile dockerfile(Recipe recipe, Dialect dialect) {
        return Renderer.render(Catalogue.plan(recipe), dialect);
    }

    @Override
    public String dockerCommand(Recipe recipe, Dialect dialect, Optional<Path> folder) {
        return DockerCommand.of(recipe, dialect, folder);
    }

    @Override
    public List<Path> replaced(Export export) throws ProblemException {
        return Attempt.of(() -> {
            ContextFiles atHand = (plan, log, cancellation) -> sources.atHand(plan);
            List<Path> replaced = new ArrayList<>(files(export, atHand).replaced(export.target()));
            if (!org.pykiln.image.Export.isZip(export.target())) {
                sources.missing(plan(export)).stream()
                        .map(export.target()::resolve)
                        .filter(Files::exists)
                        .forEach(replaced::add);
            }
            return replaced;
        });
    }

    @Override
    public boolean needsDownload(Export export) throws ProblemException {
        return Attempt.of(() -> !sources.missing(plan(export)).isEmpty());
    }

    @Override
    public void download(Export export, JobContext context) throws ProblemException {
        Attempt.of(() -> {
            BuildPlan plan = plan(export);
            context.status("downloading " + plan.python().value().archive());
            return sources.fetched(
                    plan,
                    new DownloadStatus(plan.python().value(), context),
                    context.cancellation());
        });
        context.cancellation().throwIfCancelled();
    }

    /// All of its architectures copy the same files.
    private static BuildPlan plan(Export export) {
        return Catalogue.plan(export.recipe().recipe());
    }

    @Override
    public List<Path> export(Export export) throws ProblemException {
        return Attempt.of(() -> files(export, sources).write(export.target()));
    }

    private org.pykiln.image.Export files(Export export, ContextFiles contextFiles) {
        ExportOrder order =
                ExportOrder.of(
                        List.of(
                                new Subject.OfRecipe(
                                        export.recipe().name(), export.recipe().recipe())),
                        export.architectures(),
                        export.dialect());
        Cancellation never = new Cancellation();
        return export.isBake()
                ? order.bake(contextFiles, line -> {}, never)
                : order.export(contextFiles, line -> {}, never);
    }
}
