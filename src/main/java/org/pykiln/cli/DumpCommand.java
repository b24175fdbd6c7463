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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dump",
        description = "Prints what pyperf dump prints of pyperf files.",
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Mixin DisplayArguments display = new DisplayArguments();

    @Option(
            names = {"-v", "--verbose"},
            description = "With the metadata of each run.")
    boolean verbose;

    @Option(names = "--raw", description = "Values over all loops.")
    boolean raw;

    DumpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return context.print(
                PerfDisplay.dump(PerfFiles.read(files), display.options(), verbose, raw));
    }
}
