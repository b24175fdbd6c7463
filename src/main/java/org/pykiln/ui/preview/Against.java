package org.pykiln.ui.preview;

import org.pykiln.dockerfile.Dialect;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// What the Dockerfile of the recipe is held against.
public sealed interface Against {
    /// As a list names it.
    String label();

    /// @param recipe that is being worked on
    Recipe recipe(Recipe recipe);

    /// @param dialect in which its Dockerfile is shown
    Dialect dialect(Dialect dialect);

    /// Another recipe, in the same dialect.
    record Preset(NamedRecipe preset) implements Against {
        @Override
        public String label() {
            return preset.name();
        }

        @Override
        public Recipe recipe(Recipe recipe) {
            return preset.recipe();
        }

        @Override
        public Dialect dialect(Dialect dialect) {
            return dialect;
        }
    }

    /// The same recipe, in the other dialect.
    record OtherDialect() implements Against {
        @Override
        public String label() {
            return "itself in the other dialect";
        }

        @Override
        public Recipe recipe(Recipe recipe) {
            return recipe;
        }

        @Override
        public Dialect dialect(Dialect dialect) {
            return dialect == Dialect.PORTABLE ? Dialect.BUILDKIT : Dialect.PORTABLE;
        }
    }
}
