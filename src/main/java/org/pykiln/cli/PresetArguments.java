package org.pykiln.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.workspace.FileStem;
import picocli.CommandLine.Option;

/// `--set`, which changes every preset of a command.
final class PresetArguments {
    /// What a command says of a preset that it takes.
    static final String PRESET = "A name or a file, with changes.";

    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "Change a knob of every preset of the command. Repeatable.")
    List<String> settings = new ArrayList<>();

    ChosenRecipe resolve(PresetLibrary library, String reference) {
        return library.resolve(reference, settings);
    }

    /// A name for files of a measured image. The same one twice would be one file; the second gets
    /// a number.
    static String unique(String name, Set<String> taken) {
        String stem = FileStem.of(name, "image");
        String free = stem;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + "." + number;
        }
        return free;
    }

    /// Names that are taken already: the folder of a lab has other files that end in `.json`.
    static Set<String> names() {
        return new HashSet<>(Set.of("session", "lab", "analysis"));
    }
}
