package org.pykiln.preset;

import java.util.stream.Collectors;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;

/// What a reference to a preset stands for: a recipe and the name under which it is reported.
///
/// @param name the preset's, with what differs from it: `debian-o2+pymalloc=off`. The same recipe
///   made from the same preset has the same name, however it was asked for.
public record ChosenRecipe(String name, Recipe recipe, KnownPreset base) {

    static ChosenRecipe of(KnownPreset base, Recipe recipe) {
        return new ChosenRecipe(name(base.preset(), recipe), recipe, base);
    }

    /// The name under which a recipe that started from a preset is reported.
    public static String name(Preset preset, Recipe recipe) {
        return preset.name()
                + Catalogue.difference(preset.recipe(), recipe).stream()
                        .map(knob -> "+" + knob.id() + "=" + recipe.text(knob))
                        .collect(Collectors.joining());
    }
}
