package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.lab.PerfFiles;
import org.pykiln.pyperf.PerfDisplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "metadata",
        description = "Prints what pyperf metadata prints of pyperf files.",
        mixinStandardHelpOptions = true)
final class MetadataCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Mixin DisplayArguments display = new DisplayArguments();

    MetadataCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return context.print(PerfDisplay.metadata(PerfFiles.read(files), display.options()));
    }
}
