package org.pykiln;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pykiln.preset.FileState;
import org.pykiln.preset.KnownPreset;
import org.pykiln.preset.OwnPresets;
import org.pykiln.preset.Preset;
import org.pykiln.preset.PresetFile;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.preset.PresetProblem;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.PresetServices.PresetList;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;

/// Presets as the window opens and saves them; it never writes over what somebody else has changed.
final class WindowPresets implements PresetServices {
    private final PresetLibrary library;
    private final OwnPresets own;

    /// Files as this window last read or wrote them.
    private final Map<Path, FileState> known = new ConcurrentHashMap<>();

    WindowPresets(PresetLibrary library) {
        this.library = library;
        own = new OwnPresets(library);
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
                problems.isEmpty() ? Optional.empty() : Optional.of(Problem.ofText(problems)));
    }

    @Override
    public NamedRecipe open(Path file) throws ProblemException {
        return Attempt.of(() -> named(library.find(file.toAbsolutePath().toString())));
    }

    @Override
    public NamedRecipe save(NamedRecipe recipe, boolean overwrite) throws ProblemException {
        return Attempt.of(() -> {
            Preset preset = preset(recipe);
            Path file = recipe.file().orElseGet(() -> library.ownFile(preset.name()));
            FileState expected = overwrite ? FileState.of(file) : state(file);
            return named(PresetFile.save(preset, file, expected));
        });
    }

    @Override
    public String presetName(String text) {
        return Preset.nameLike(text);
    }

    @Override
    public NamedRecipe add(NamedRecipe recipe) throws ProblemException {
        return Attempt.of(() -> named(own.add(preset(recipe))));
    }

    @Override
    public NamedRecipe describe(
            NamedRecipe before, String name, String description, List<String> tags)
            throws ProblemException {
        return Attempt.of(() -> {
            Path file = before.file().orElseThrow();
            return named(
                    own.change(
                            new PresetFile(preset(before), file, state(file)),
                            new Preset(name, description, tags, before.recipe())));
        });
    }

    @Override
    public Path trash(Path file) throws ProblemException {
        return Attempt.of(() -> own.trash(file));
    }

    @Override
    public NamedRecipe putBack(Path trashed) throws ProblemException {
        return Attempt.of(() -> named(own.putBack(trashed)));
    }

    @Override
    public void export(NamedRecipe preset, Path file) throws ProblemException {
        Attempt.of(() -> PresetFile.save(preset(preset), file, FileState.of(file)));
    }

    @Override
    public String text(NamedRecipe preset) {
        return PresetFile.text(preset(preset));
    }

    @Override
    public NamedRecipe read(String where, String text) throws ProblemException {
        return Attempt.of(() -> named(PresetFile.parse(where, text), false, Optional.empty()));
    }

    private FileState state(Path file) {
        return known.getOrDefault(file, FileState.ABSENT);
    }

    private static Preset preset(NamedRecipe recipe) {
        return new Preset(
                Preset.nameLike(recipe.name()),
                recipe.description(),
                recipe.tags(),
                recipe.recipe());
    }

    private NamedRecipe named(KnownPreset known) {
        return known.file()
                .map(this::named)
                .orElseGet(() -> named(known.preset(), known.isShipped(), Optional.empty()));
    }

    private NamedRecipe named(PresetFile file) {
        known.put(file.path(), file.state());
        return named(file.preset(), false, Optional.of(file.path()));
    }

    private static NamedRecipe named(Preset preset, boolean shipped, Optional<Path> file) {
        return new NamedRecipe(
                preset.name(), preset.description(), preset.tags(), preset.recipe(), shipped, file);
    }
}
