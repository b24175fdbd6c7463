package org.pykiln.ui.common;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pykiln.image.ImageSize;
import org.pykiln.job.BuildHistory;
import org.pykiln.job.JobContext;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// Images: those there are, and the making of more.
///
/// See [Services] for which calls may block.
public interface ImageServices {
    /// Images that PyKiln built on the engine, newest first; empty without an engine.
    List<BuiltImage> images() throws ProblemException;

    /// Builds the image and runs its proofs. Steps and output go to the context.
    BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context) throws Exception;

    /// The builds of this run and of those before it. Its calls read and write files: not for the
    /// window's thread.
    BuildHistory history();

    /// What the bytes of an image are spent on.
    ///
    /// @param image its id
    ImageSize size(String image) throws ProblemException;

    record BuildOptions(boolean noCache) {}

    /// A check that ran inside an image.
    record Proven(String knob, String claim, boolean holds, String seen) {}

    /// An image, and what is known of it.
    ///
    /// @param reference by which the engine knows it, such as `pykiln/debian-o2:latest`
    /// @param id `sha256:…`
    /// @param took zero where it is not known
    /// @param recipe nothing when it cannot be read from the image
    record BuiltImage(
            String name,
            String reference,
            String id,
            Duration took,
            long bytes,
            Optional<Recipe> recipe,
            List<Proven> proofs) {
        public BuiltImage {
            proofs = List.copyOf(proofs);
        }

        public long failedProofs() {
            return proofs.stream().filter(proof -> !proof.holds()).count();
        }
    }
}
