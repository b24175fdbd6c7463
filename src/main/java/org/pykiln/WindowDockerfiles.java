package org.pykiln;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.DockerCommand;
import org.pykiln.lab.ExportOrder;
import org.pykiln.lab.Subject;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.ProblemException;

/// Dockerfiles, and folders that an engine can build them from.
final class WindowDockerfiles implements DockerfileServices {
    private final ContextFiles contextFiles;

    WindowDockerfiles(ContextFiles contextFiles) {
        this.contextFiles = contextFiles;
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
        return Attempt.of(() -> files(export).replaced(export.target()));
    }

    @Override
    public List<Path> export(Export export) throws ProblemException {
        return Attempt.of(() -> files(export).write(export.target()));
    }

    private org.pykiln.image.Export files(Export export) {
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
