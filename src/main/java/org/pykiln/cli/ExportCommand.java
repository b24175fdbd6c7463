package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pykiln.image.DockerCommand;
import org.pykiln.image.Export;
import org.pykiln.lab.ExportOrder;
import org.pykiln.lab.LabException;
import org.pykiln.lab.Subject;
import org.pykiln.preset.ChosenRecipe;
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

    @Parameters(arity = "1..*", paramLabel = "PRESET", description = PresetArguments.PRESET)
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

    @Option(
            names = "--command",
            description =
                    "Print the docker command that builds the exported folder into the image that"
                            + " PyKiln would make, instead of the folder's name.")
    boolean command;

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<ChosenRecipe> chosen =
                presets.stream()
                        .map(preset -> arguments.resolve(context.presets(), preset))
                        .toList();
        ExportOrder order =
                ExportOrder.of(
                        chosen.stream()
                                .map(one -> new Subject.OfRecipe(one.name(), one.recipe()))
                                .toList(),
                        architectures,
                        dialect.chosen);
        String last = command ? dockerCommand(order) : target.toString();
        order.export(context.contextFiles(), context.err()::println, context.cancellation())
                .write(target);
        context.out().println(last);
        return ExitCode.DONE;
    }

    private String dockerCommand(ExportOrder order) {
        if (Export.isZip(target) || order.single().isEmpty()) {
            throw LabException.badInput(
                    "--command is for the folder of one preset for one architecture: expected"
                            + " --to FOLDER and one PRESET");
        }
        return DockerCommand.of(order.single().get(), order.dialect(), Optional.of(target));
    }
}
