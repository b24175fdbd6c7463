package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.lab.PerfFiles;
import org.pykiln.pyperf.PerfDisplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "slowest",
        description = "Prints what pyperf slowest prints of pyperf files.",
        mixinStandardHelpOptions = true)
final class SlowestCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "How many of each file. Default: ${DEFAULT-VALUE}.")
    int number = 5;

    SlowestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return context.print(PerfDisplay.slowest(PerfFiles.read(files), Math.max(number, 0)));
    }
}
