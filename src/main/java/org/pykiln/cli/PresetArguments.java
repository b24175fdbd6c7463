package org.pykiln.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.preset.PresetLibrary;
import picocli.CommandLine.Option;

/// `--set`, which changes every preset of a command.
final class PresetArguments {
    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "Change a knob of every preset of the command. Repeatable.")
    List<String> settings = new ArrayList<>();

    ChosenRecipe resolve(PresetLibrary library, String reference) {
        return library.resolve(reference, settings);
    }

    /// The same name twice would be one file; the second gets a number.
    static String unique(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "." + number;
        }
        return free;
    }

    static Set<String> names() {
        return new HashSet<>();
    }
}
