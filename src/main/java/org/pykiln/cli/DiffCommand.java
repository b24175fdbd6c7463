package org.pykiln.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Shows the knobs in which two presets differ.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PRESET", description = "A name or a file.")
    String one = "";

    @Parameters(index = "1", paramLabel = "PRESET", description = "What it is compared with.")
    String other = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    DiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ChosenRecipe left = arguments.resolve(context.presets(), one);
        ChosenRecipe right = arguments.resolve(context.presets(), other);
        List<Knob<?>> knobs = Catalogue.difference(left.recipe(), right.recipe());
        if (knobs.isEmpty()) {
            context.out().println("no difference");
        } else {
            context.out().printf("%-26s %-24s %s%n", "", left.name(), right.name());
        }
        for (Knob<?> knob : knobs) {
            context.out()
                    .printf(
                            "%-26s %-24s %s%n",
                            knob.id(), left.recipe().text(knob), right.recipe().text(knob));
        }
        return ExitCode.DONE;
    }
}
