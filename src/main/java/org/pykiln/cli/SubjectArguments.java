package org.pykiln.cli;

import java.util.Set;
import org.pykiln.engine.Engine;
import org.pykiln.lab.Subject;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.preset.PresetException;

/// What people name for measuring: presets with changes, or images.
record SubjectArguments(CommandContext context, PresetArguments arguments, Engine engine) {
    /// A preset comes first; what is none may be an image.
    ///
    /// @param taken names of other subjects
    Subject of(String text, Set<String> taken) {
        try {
            ChosenRecipe chosen = arguments.resolve(context.presets(), text);
            return new Subject.OfRecipe(
                    PresetArguments.unique(chosen.name(), taken), chosen.recipe());
        } catch (PresetException noPreset) {
            if (engine.image(text).isEmpty()) {
                throw noPreset;
            }
            return new Subject.OfImage(PresetArguments.unique(text, taken), text);
        }
    }
}
