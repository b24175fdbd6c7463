package org.pykiln;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pykiln.preset.FileState;
import org.pykiln.preset.KnownPreset;
import org.pykiln.preset.Preset;
import org.pykiln.preset.PresetException;
import org.pykiln.preset.PresetFile;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.preset.PresetProblem;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.PresetServices.PresetList;
import org.pykiln.ui.common.ProblemException;

/// Presets as the window opens and saves them; it never writes over what somebody else has changed.
final class WindowPresets implements PresetServices {
    private final PresetLibrary library;

    /// Files as this window last read or wrote them.
    private final Map<Path, FileState> known = new ConcurrentHashMap<>();

    WindowPresets(PresetLibrary library) {
        this.library = library;
    }

    @Override
    public PresetList presets() {
        PresetLibrary.Listing listing = library.list();
        String problems =
                listing.problems().stream()
                        .map(PresetProblem::toString)
                        .collect(Collectors.joining("\n"));
        return new PresetList(
                listing.presets().stream().map(this::named).toList(),
                problems.isEmpty() ? Optional.empty() : Optional.of(Attempt.problem(problems)));
    }

    @Override
    public NamedRecipe open(Path file) throws ProblemException {
        return Attempt.of(() -> named(library.find(file.toAbsolutePath().toString())));
    }

    @Override
    public NamedRecipe save(NamedRecipe recipe, boolean overwrite) throws ProblemException {
        return Attempt.of(() -> {
            String name = Preset.nameLike(recipe.name());
            Path file = recipe.file().orElseGet(() -> library.ownFile(name));
            FileState expected =
                    overwrite ? FileState.of(file) : known.getOrDefault(file, FileState.ABSENT);
            Preset preset = new Preset(name, recipe.description(), tags(file), recipe.recipe());
            PresetFile saved = PresetFile.save(preset, file, expected);
            known.put(file, saved.state());
            return new NamedRecipe(
                    name, recipe.description(), recipe.recipe(), false, Optional.of(file));
        });
    }

    @Override
    public String presetName(String text) {
        return Preset.nameLike(text);
    }

    private NamedRecipe named(KnownPreset preset) {
        preset.file().ifPresent(file -> known.put(file.path(), file.state()));
        return new NamedRecipe(
                preset.name(),
                preset.preset().description(),
                preset.preset().recipe(),
                preset.isShipped(),
                preset.file().map(PresetFile::path));
    }

    /// The window does not edit tags; saving keeps those that the file has.
    private static List<String> tags(Path file) {
        try {
            return Files.exists(file) ? PresetFile.read(file).preset().tags() : List.of();
        } catch (PresetException unreadable) {
            return List.of();
        }
    }
}
