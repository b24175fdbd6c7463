package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.job.JobContext;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// What recipes become.
///
/// See [Services] for which calls may block.
public interface DockerfileServices {
    /// What PyKiln itself builds. Pure and fast. Defined also for recipes with errors.
    default Dockerfile dockerfile(Recipe recipe) {
        return dockerfile(recipe, Dialect.PORTABLE);
    }

    /// As above, for a builder of somebody's own.
    Dockerfile dockerfile(Recipe recipe, Dialect dialect);

    /// The line for a shell by which Docker itself builds an export, and makes the image that
    /// PyKiln would make.
    ///
    /// @param folder of the export; nothing for the folder in which the line is run
    String dockerCommand(Recipe recipe, Dialect dialect, Optional<Path> folder);

    /// What an export would replace by something else. Of what would have to be downloaded first
    /// whatever has its name counts.
    ///
    /// @throws ProblemException also for a recipe that cannot be built
    List<Path> replaced(Export export) throws ProblemException;

    /// Whether the Dockerfile copies something that is not on this machine yet.
    boolean needsDownload(Export export) throws ProblemException;

    /// Gets what the Dockerfile copies; one that fails or is cancelled leaves nothing behind.
    void download(Export export, JobContext context) throws Exception;

    /// Writes Dockerfile and everything that it copies. Each file is there whole or not at all.
    ///
    /// @return the files that were written
    /// @throws ProblemException also for a recipe that cannot be built
    List<Path> export(Export export) throws ProblemException;

    /// @param architectures of a bake file; none for a Dockerfile without one
    /// @param target a folder, or a zip file by its name
    record Export(NamedRecipe recipe, Dialect dialect, List<String> architectures, Path target) {
        public Export {
            architectures = List.copyOf(architectures);
        }

        public boolean isBake() {
            return !architectures.isEmpty();
        }
    }
}
