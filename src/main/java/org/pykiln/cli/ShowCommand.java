package org.pykiln.cli;

import java.util.concurrent.Callable;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Shows every knob of a preset; turned ones carry a star.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PRESET", description = PresetArguments.PRESET)
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ChosenRecipe chosen = arguments.resolve(context.presets(), preset);
        context.out().println(chosen.name() + " (" + chosen.base().label() + ")");
        context.out().println(chosen.base().preset().description());
        context.out().println();
        for (Knob<?> knob : Catalogue.knobs()) {
            context.out()
                    .printf(
                            "%s %-26s %s%n",
                            chosen.recipe().isTurned(knob) ? "*" : " ",
                            knob.id(),
                            chosen.recipe().text(knob));
        }
        context.out().println();
        context.out().println("recipe " + chosen.recipe().hash());
        return ExitCode.DONE;
    }
}
