package org.pykiln.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Subject;
import org.pykiln.lab.Workshop;
import org.pykiln.preset.ChosenRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "lab",
        description =
                "The whole job: builds the presets, proves them, measures them in one interleaved"
                        + " session, compares and reports. The first preset is the baseline.",
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PRESET", description = PresetArguments.PRESET)
    List<String> presets = new ArrayList<>();

    @Mixin PresetArguments arguments = new PresetArguments();

    @Mixin MeasureArguments measure = new MeasureArguments();

    @Mixin BuildsArgument builds = new BuildsArgument();

    @Mixin FolderArgument output = new FolderArgument();

    LabCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        // an arity of 2 would want both without an option in between
        if (presets.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "Expected at least two: PRESET PRESET...");
        }
        Set<String> taken = PresetArguments.names();
        List<Subject> subjects = new ArrayList<>();
        for (String reference : presets) {
            ChosenRecipe chosen = arguments.resolve(context.presets(), reference);
            subjects.add(
                    new Subject.OfRecipe(
                            PresetArguments.unique(chosen.name(), taken), chosen.recipe()));
        }
        LabOrder order = measure.order(context.settings(), subjects).withBuilds(builds.number());
        try (Workshop workshop = context.workshops().open()) {
            new Measurement(context, workshop).run(order, output.folder);
        }
        return new Conclusions(context).write(output.folder);
    }
}
