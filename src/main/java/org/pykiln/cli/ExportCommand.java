package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.BuildContext;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes the Dockerfile of a preset and everything that it copies; \"docker build\""
                        + " needs nothing else.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PRESET", description = "A name or a file, with changes.")
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    @Option(names = "--to", required = true, paramLabel = "FOLDER|FILE.zip")
    Path target = Path.of("");

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = arguments.resolve(context.presets(), preset).recipe();
        BuildPlan plan = Catalogue.plan(recipe);
        BuildContext files =
                new BuildContext(
                        Renderer.render(plan),
                        context.contextFiles()
                                .of(plan, context.err()::println, context.cancellation()));
        if (target.toString().endsWith(".zip")) {
            files.writeZip(target);
        } else {
            files.writeFolder(target);
        }
        context.out().println(target);
        return ExitCode.DONE;
    }
}
