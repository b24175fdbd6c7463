package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pykiln.dockerfile.Bake;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.BuildContext;
import org.pykiln.image.ContextFile;
import org.pykiln.image.Export;
import org.pykiln.lab.Lab;
import org.pykiln.lab.Subject;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes the Dockerfile of a preset and everything that it copies; \"docker build\""
                        + " needs nothing else. Several presets, or several architectures, become"
                        + " one folder with a docker-bake.hcl.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "PRESET",
            description = "A name or a file, with changes.")
    List<String> presets = new ArrayList<>();

    @Mixin PresetArguments arguments = new PresetArguments();
    @Mixin DialectArgument dialect = new DialectArgument();

    @Option(
            names = "--architecture",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Architectures that every preset is exported for, such as amd64,arm64, instead"
                            + " of its own.")
    List<String> architectures = new ArrayList<>();

    @Option(names = "--to", required = true, paramLabel = "FOLDER|FILE.zip")
    Path target = Path.of("");

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<Bake.Member> members =
                presets.stream()
                        .map(preset -> arguments.resolve(context.presets(), preset))
                        .map(this::member)
                        .toList();
        List<BuildPlan> plans = members.stream().flatMap(m -> m.plans().stream()).toList();
        Export export =
                plans.size() == 1
                        ? single(plans.getFirst())
                        : new Export(Bake.render(members, dialect.chosen), files(plans));
        if (target.toString().endsWith(".zip")) {
            export.writeZip(target);
        } else {
            export.writeFolder(target);
        }
        context.out().println(target);
        return ExitCode.DONE;
    }

    private Bake.Member member(ChosenRecipe chosen) {
        List<Recipe> recipes =
                architectures.isEmpty()
                        ? List.of(chosen.recipe())
                        : architectures.stream()
                                .map(name ->
                                        chosen.recipe()
                                                .withText(ArchitectureKnob.ARCHITECTURE, name))
                                .distinct()
                                .toList();
        recipes.forEach(recipe -> Lab.refuseErrors(new Subject.OfRecipe(chosen.name(), recipe)));
        return new Bake.Member(chosen.name(), recipes.stream().map(Catalogue::plan).toList());
    }

    private Export single(BuildPlan plan) {
        return new BuildContext(Renderer.render(plan, dialect.chosen), files(List.of(plan)))
                .export();
    }

    /// Each once, however many recipes copy it.
    private List<ContextFile> files(List<BuildPlan> plans) {
        Map<String, ContextFile> files = new LinkedHashMap<>();
        for (BuildPlan plan : plans) {
            context.contextFiles()
                    .of(plan, context.err()::println, context.cancellation())
                    .forEach(file -> files.putIfAbsent(file.name(), file));
        }
        return List.copyOf(files.values());
    }
}
