package org.pykiln.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pykiln.bench.SessionResult;
import org.pykiln.lab.LabOrder;
import org.pykiln.lab.Workshop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description =
                "Measures images, or presets, which are built if they have to be, in one interleaved"
                        + " session. Writes a pyperf file for each.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "IMAGE|PRESET")
    List<String> subjects = new ArrayList<>();

    @Mixin PresetArguments arguments = new PresetArguments();

    @Mixin MeasureArguments measure = new MeasureArguments();

    @Mixin BuildsArgument builds = new BuildsArgument();

    @Mixin FolderArgument output = new FolderArgument();

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Workshop workshop = context.workshops().open()) {
            Set<String> taken = PresetArguments.names();
            var named = new SubjectArguments(context, arguments, workshop.engine());
            LabOrder order =
                    measure.order(
                                    context.settings(),
                                    subjects.stream().map(text -> named.of(text, taken)).toList())
                            .withBuilds(builds.number());
            SessionResult result = new Measurement(context, workshop).run(order, output.folder);
            result.suites()
                    .keySet()
                    .forEach(name -> context.out().println(output.folder.resolve(name + ".json")));
            result.failures().forEach(failure -> context.err().println(Conclusions.text(failure)));
            return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
