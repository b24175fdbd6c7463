package org.pykiln.cli;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.pyperf.PerfDisplay;
import picocli.CommandLine.Option;

/// What pyperf's commands that look at files have in common.
final class DisplayArguments {
    @Option(
            names = {"-b", "--benchmark"},
            paramLabel = "NAME",
            description = "Only this benchmark. Repeatable.")
    List<String> benchmarks = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Without warnings.")
    boolean quiet;

    PerfDisplay.Options options() {
        return new PerfDisplay.Options(benchmarks, quiet, PerfDisplay.Options.DEFAULT.python());
    }
}
