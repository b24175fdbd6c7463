package org.pykiln.cli;

import java.util.concurrent.Callable;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "dockerfile",
        description = "Prints the Dockerfile of a preset.",
        mixinStandardHelpOptions = true)
final class DockerfileCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PRESET", description = PresetArguments.PRESET)
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    @Mixin DialectArgument dialect = new DialectArgument();

    DockerfileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Recipe recipe = arguments.resolve(context.presets(), preset).recipe();
        context.out().print(Renderer.render(Catalogue.plan(recipe), dialect.chosen).text());
        return ExitCode.DONE;
    }
}
