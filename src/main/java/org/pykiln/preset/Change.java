package org.pykiln.preset;

import java.util.Optional;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// One knob and the value it shall have, as `--set` says it.
///
/// @param value in the form of preset files; a value of the knob's domain
public record Change(Knob<?> knob, String value) {

    /// Reads `KNOB=VALUE`.
    ///
    /// @throws PresetException when there is no such knob or value
    public static Change parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new PresetException(
                    new PresetProblem(
                            text,
                            0,
                            0,
                            "a knob without a value",
                            "KNOB=VALUE such as lto=full",
                            Optional.empty()));
        }
        return of(text, text.substring(0, equals), text.substring(equals + 1));
    }

    /// @param where the text that a problem shall name
    static Change of(String where, String id, String value) {
        try {
            Change change = new Change(Catalogue.knob(id), value);
            change.apply(Recipe.defaults());
            return change;
        } catch (BadValueException wrong) {
            throw new PresetException(PresetProblem.of(where, wrong));
        }
    }

    public Recipe apply(Recipe recipe) {
        return recipe.withText(knob, value);
    }
}
