package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.pykiln.lab.PerfFiles;
import org.pykiln.pyperf.HistogramOptions;
import org.pykiln.pyperf.PerfHistogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "hist",
        description = "Prints what pyperf hist prints of pyperf files.",
        mixinStandardHelpOptions = true)
final class HistCommand implements Callable<Integer> {
    /// Enough for any terminal; each is a line.
    private static final int MOST_BINS = 10_000;

    private final CommandContext context;

    @Spec CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Mixin DisplayArguments display = new DisplayArguments();

    @Option(
            names = {"-n", "--bins"},
            paramLabel = "N",
            description = "Number of bars. Default: as many as fit the terminal, at most 25.")
    int bins;

    @Option(names = "--extend", description = "Use the whole terminal.")
    boolean extend;

    HistCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (bins < 0 || bins > MOST_BINS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-n cannot be %d; expected a number up to %d".formatted(bins, MOST_BINS));
        }
        TerminalSize size = TerminalSize.here();
        // 0 stands for the default, as in pyperf
        OptionalInt chosen = bins == 0 ? OptionalInt.empty() : OptionalInt.of(bins);
        return context.print(
                PerfHistogram.hist(
                        PerfFiles.read(files),
                        display.options(),
                        new HistogramOptions(chosen, extend, size.columns(), size.lines())));
    }
}
