package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// What recipes become.
///
/// See [Services] for which calls may block.
public interface DockerfileServices {
    /// Pure and fast. Defined also for recipes with errors.
    Dockerfile dockerfile(Recipe recipe);

    /// Writes the Dockerfile and everything that it copies into the folder.
    ///
    /// @return the files that were written
    List<Path> export(NamedRecipe recipe, Path folder) throws ProblemException;
}
