package org.pykiln.recipe;

import java.util.function.UnaryOperator;

/// A change of the recipe that makes a finding go away.
///
/// @param label what it does, as on a button: `use full`
/// @param change as `--set` would write it: `lto=full`
public record Remedy(String label, String change, UnaryOperator<Recipe> operation) {
    public static <V> Remedy of(String label, Knob<V> knob, V value) {
        return new Remedy(
                label,
                knob.id() + "=" + knob.domain().text(value),
                recipe -> recipe.with(knob, value));
    }

    public Recipe apply(Recipe recipe) {
        return operation.apply(recipe);
    }
}
