package org.pykiln;

import java.nio.file.Path;
import java.util.List;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.BuildContext;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ContextFiles;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.ProblemException;

/// Dockerfiles, and folders that an engine can build them from.
final class WindowDockerfiles implements DockerfileServices {
    private final ContextFiles contextFiles;

    WindowDockerfiles(ContextFiles contextFiles) {
        this.contextFiles = contextFiles;
    }

    @Override
    public Dockerfile dockerfile(Recipe recipe) {
        return Renderer.render(Catalogue.plan(recipe));
    }

    @Override
    public List<Path> export(NamedRecipe recipe, Path folder) throws ProblemException {
        return Attempt.of(() -> {
            BuildPlan plan = Catalogue.plan(recipe.recipe());
            List<ContextFile> files = contextFiles.of(plan, line -> {}, new Cancellation());
            return new BuildContext(Renderer.render(plan), files).export().writeFolder(folder);
        });
    }
}
