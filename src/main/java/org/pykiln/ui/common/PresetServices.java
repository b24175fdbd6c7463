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

    /// Saves a new preset in the workspace's folder, under its name.
    ///
    /// @return the same with its file
    /// @throws ProblemException also when a preset has that name
    NamedRecipe add(NamedRecipe recipe) throws ProblemException;

    /// Gives a preset with a file another name, description or tags. Its file is named like it.
    ///
    /// @param before as it was read; where the file is no longer so, nothing is changed
    NamedRecipe describe(NamedRecipe before, String name, String description, List<String> tags)
            throws ProblemException;

    /// Moves a preset's file to where it is not listed.
    ///
    /// @return where it is now
    Path trash(Path file) throws ProblemException;

    /// Takes a preset out of the trash again.
    NamedRecipe putBack(Path trashed) throws ProblemException;

    /// Writes any preset to any file, also over one that is there.
    void export(NamedRecipe preset, Path file) throws ProblemException;

    /// What a preset's file holds. Answers at once.
    String text(NamedRecipe preset);

    /// Reads what a preset's file holds.
    ///
    /// @param where what problems shall name in the place of a file
    NamedRecipe read(String where, String text) throws ProblemException;

    /// A recipe under a name.
    ///
    /// @param file where it was read from or saved to
    /// @param shipped whether it came with PyKiln: saving it makes a copy
    record NamedRecipe(
            String name,
            String description,
            List<String> tags,
            Recipe recipe,
            boolean shipped,
            Optional<Path> file) {
        public NamedRecipe {
            tags = List.copyOf(tags);
        }

        /// Without tags.
        public NamedRecipe(
                String name,
                String description,
                Recipe recipe,
                boolean shipped,
                Optional<Path> file) {
            this(name, description, List.of(), recipe, shipped, file);
        }

        public NamedRecipe withRecipe(Recipe other) {
            return new NamedRecipe(name, description, tags, other, shipped, file);
        }

        /// As somebody's own that has no file yet.
        public NamedRecipe unsaved(String otherName) {
            return new NamedRecipe(otherName, description, tags, recipe, false, Optional.empty());
        }

        /// Whether both are the same preset, perhaps at different times.
        public boolean isSame(NamedRecipe other) {
            return file.equals(other.file)
                    && shipped == other.shipped
                    && (file.isPresent() || name.equals(other.name));
        }
    }

    /// @param problem what is wrong with files that are left out
    record PresetList(List<NamedRecipe> presets, Optional<Problem> problem) {
        public PresetList {
            presets = List.copyOf(presets);
        }
    }
}
