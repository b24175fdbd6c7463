package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pykiln.recipe.Recipe;

/// Presets, as files that people own.
///
/// See [Services] for which calls may block.
public interface PresetServices {
    /// All presets that can be offered by name, the shipped ones first.
    PresetList presets() throws ProblemException;

    /// @throws ProblemException with file, line, column and what was expected
    NamedRecipe open(Path file) throws ProblemException;

    /// Writes a preset file.
    ///
    /// @param recipe whose `file` is where it goes; empty for the workspace's folder, by its name
    /// @param overwrite whether a file that this window did not read or write last may be replaced
    /// @return the same with its file
    NamedRecipe save(NamedRecipe recipe, boolean overwrite) throws ProblemException;

    /// A name for a preset that comes as near to the text as the format allows.
    String presetName(String text);

    /// A recipe under a name.
    ///
    /// @param file where it was read from or saved to
    /// @param shipped whether it came with PyKiln: saving it makes a copy
    record NamedRecipe(
            String name, String description, Recipe recipe, boolean shipped, Optional<Path> file) {
        public NamedRecipe withRecipe(Recipe other) {
            return new NamedRecipe(name, description, other, shipped, file);
        }
    }

    /// @param problem what is wrong with files that are left out
    record PresetList(List<NamedRecipe> presets, Optional<Problem> problem) {
        public PresetList {
            presets = List.copyOf(presets);
        }
    }
}
