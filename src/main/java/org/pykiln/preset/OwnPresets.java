package org.pykiln.preset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pykiln.workspace.AtomicFiles;

/// What can be done to a person's own presets as files. Nothing is written over a file that is
/// there, nothing is removed before what takes its place is whole, and what is deleted lies in a
/// folder beside.
public final class OwnPresets {
    private static final String TRASH = "trash";

    private final PresetLibrary library;

    public OwnPresets(PresetLibrary library) {
        this.library = library;
    }

    /// Saves a new preset under its name.
    ///
    /// @throws PresetException when a preset has that name, or the file cannot be written
    public PresetFile add(Preset preset) {
        requireFree(preset.name());
        return PresetFile.create(preset, library.ownFile(preset.name()));
    }

    /// Saves a preset in the place of what its file held before. The file is named like the preset:
    /// under another name there is first the new file, and then the old one is removed.
    ///
    /// @throws PresetChangedException when the file is not as it was when it was read; it stays
    /// @throws PresetException when another preset has that name, or nothing can be written
    public PresetFile change(PresetFile before, Preset after) {
        Path target = before.path().resolveSibling(after.name() + ".json");
        boolean isRenamed = !after.name().equals(before.preset().name());
        if (isRenamed) {
            requireFree(after.name());
        }
        if (!isRenamed || target.equals(before.path())) {
            return PresetFile.save(after, before.path(), before.state());
        }
        before.requireUnchanged("renamed");
        PresetFile renamed = PresetFile.create(after, target);
        before.delete();
        return renamed;
    }

    /// Moves a file to where the library does not look, with whatever it holds.
    ///
    /// @return where it is now, for [#putBack]
    /// @throws PresetException when it cannot be moved
    public Path trash(Path file) {
        try {
            return AtomicFiles.setAside(file, library.ownFolder().resolve(TRASH));
        } catch (IOException unmovable) {
            throw PresetFile.failed(file, "cannot be moved", unmovable);
        }
    }

    /// Takes a preset out of the trash again.
    ///
    /// @throws PresetException when a preset has its name by now, or it cannot be read or moved
    public PresetFile putBack(Path trashed) {
        Preset preset = PresetFile.read(trashed).preset();
        requireFree(preset.name());
        Path file = library.ownFile(preset.name());
        try {
            Files.move(trashed, file);
        } catch (FileAlreadyExistsException taken) {
            throw PresetFile.failed(file, "not put back: there is a file already", taken);
        } catch (IOException unmovable) {
            throw PresetFile.failed(trashed, "cannot be moved", unmovable);
        }
        return PresetFile.read(file);
    }

    private void requireFree(String name) {
        Set<String> taken =
                library.list().presets().stream()
                        .map(KnownPreset::name)
                        .collect(Collectors.toSet());
        if (taken.contains(name)) {
            throw new PresetException(
                    new PresetProblem(
                            name,
                            0,
                            0,
                            "another preset has this name",
                            "a name that no preset has",
                            Optional.of(Preset.freeName(name, taken))));
        }
    }
}
