package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.PerfFiles;
import org.pykiln.pyperf.CompareOptions;
import org.pykiln.pyperf.CompareOptions.TableFormat;
import org.pykiln.pyperf.PerfCompare;
import org.pykiln.pyperf.Printed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Prints what pyperf compare_to prints of pyperf files.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "pyperf files; the first is the reference. Or home-assistant-2020.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--table", description = "A table instead of a list.")
    boolean table;

    @Option(names = "--table-format", paramLabel = "rest|md", description = "Of the table.")
    TableFormat tableFormat = TableFormat.REST;

    @Option(
            names = {"-G", "--group-by-speed"},
            description = "Slower first, then faster.")
    boolean groupBySpeed;

    @Option(names = "--min-speed", paramLabel = "P", description = "Hide changes below P percent.")
    @Nullable Double minSpeed;

    @Option(
            names = {"-q", "--quiet"},
            description = "Less.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "More.")
    boolean verbose;

    @Option(
            names = {"-b", "--benchmark"},
            paramLabel = "NAME",
            description = "Only this benchmark. Repeatable.")
    List<String> benchmarks = new ArrayList<>();

    CompareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Printed printed =
                PerfCompare.compare(
                        PerfFiles.read(files),
                        new CompareOptions(
                                table,
                                tableFormat,
                                groupBySpeed,
                                quiet,
                                verbose,
                                minSpeed == null
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(minSpeed),
                                benchmarks));
        return context.print(printed);
    }
}
