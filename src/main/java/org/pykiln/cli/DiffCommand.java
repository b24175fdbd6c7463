package org.pykiln.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--dockerfile", description = "The lines of the Dockerfiles instead.")
    boolean dockerfile;

    @Mixin PresetArguments arguments = new PresetArguments();

    DiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ChosenRecipe left = arguments.resolve(context.presets(), one);
        ChosenRecipe right = arguments.resolve(context.presets(), other);
        if (dockerfile) {
            LineDiff.of(lines(left), lines(right)).forEach(context.out()::println);
        } else {
            context.out().print(knobs(left, right));
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(ChosenRecipe chosen) {
        return Renderer.render(Catalogue.plan(chosen.recipe())).text().lines().toList();
    }

    private static String knobs(ChosenRecipe left, ChosenRecipe right) {
        List<Knob<?>> knobs = Catalogue.difference(left.recipe(), right.recipe());
        if (knobs.isEmpty()) {
            return "no difference\n";
        }
        Columns columns = new Columns(0);
        columns.row("", left.name(), right.name());
        knobs.forEach(knob ->
                columns.row(knob.id(), left.recipe().text(knob), right.recipe().text(knob)));
        return columns.text();
    }
}
