package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pykiln.testing.RecipeGenerator;

class ObstaclesTest {
    /// The short way says what trying all rules says.
    @Test
    void nothingIsMissedByTryingOnlyTheRulesThatLook() {
        RecipeGenerator.recipes(21, 60)
                .forEach(recipe -> {
                    Obstacles obstacles = new Obstacles(recipe);
                    Catalogue.knobs().forEach(knob -> compare(recipe, obstacles, knob));
                });
    }

    private static <V> void compare(Recipe recipe, Obstacles obstacles, Knob<V> knob) {
        for (V value : knob.domain().suggestions()) {
            assertThat(obstacles.of(knob, value))
                    .as("%s=%s of %s", knob.id(), knob.domain().text(value), recipe)
                    .extracting(Finding::code, Finding::summary)
                    .containsExactlyInAnyOrderElementsOf(
                            Catalogue.obstacles(recipe, knob, value).stream()
                                    .map(finding -> tuple(finding.code(), finding.summary()))
                                    .toList());
        }
    }

    @Test
    void aRecipeNotesWhatItIsAskedFor() {
        Knob<?> lto = Catalogue.knob("lto");
        Knob<?> pgo = Catalogue.knob("pgo");
        Set<Knob<?>> asked = new HashSet<>();
        Recipe recipe = Recipe.defaults().noting(asked);

        recipe.get(lto);
        assertThat(asked).containsExactly(lto);
        Catalogue.turn(recipe, "lto", "full").isTurned(pgo);
        assertThat(asked).containsExactlyInAnyOrder(lto, pgo);
        assertThat(recipe).isEqualTo(Recipe.defaults());
        assertThat(asked).containsAll(Catalogue.knobs());
    }
}
