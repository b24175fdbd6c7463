package org.pykiln.lab;

import org.pykiln.recipe.Recipe;

/// What a lab measures, under a name that is unique in it.
public sealed interface Subject {
    String name();

    default Subject named(String other) {
        return switch (this) {
            case OfRecipe(String name, Recipe recipe) -> new OfRecipe(other, recipe);
            case OfImage(String name, String reference) -> new OfImage(other, reference);
        };
    }

    /// A recipe, which is built if it has to be.
    record OfRecipe(String name, Recipe recipe) implements Subject {}

    /// An image that the engine has, built by PyKiln or not.
    record OfImage(String name, String reference) implements Subject {}
}
