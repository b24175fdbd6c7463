package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.recipe.Catalogue;

/// The port stands alone, so it cannot ask those who write these labels; they must agree all the
/// same, or a sweep would take a finished image's container for a leftover.
final class LabelsTest {
    @Test
    void areThoseThatRecipesAndDockerfilesWrite() {
        assertThat(Labels.RECIPE).isEqualTo(Catalogue.RECIPE_LABEL);
        assertThat(Labels.STAGE).isEqualTo(Renderer.STAGE_LABEL);
    }
}
