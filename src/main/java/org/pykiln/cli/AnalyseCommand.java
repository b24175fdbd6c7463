package org.pykiln.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.lab.Results;
import org.pykiln.report.AnalysisJson;
import org.pykiln.report.Variance;
import org.pykiln.stats.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "analyse",
        description =
                "Compares with intervals of the ratio, an equivalence zone and a correction for"
                        + " many comparisons.",
        mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin SourceArguments from = new SourceArguments();

    @Option(
            names = "--variance",
            description =
                    "Also where the errors come from (builds, processes, iterations), and what to"
                            + " repeat next.")
    boolean variance;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    AnalyseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Results results = from.open();
        Comparison comparison = results.comparison(from.baseline());
        List<Variance> variances = variance ? results.variances(comparison) : List.of();
        if (json) {
            context.out()
                    .print(
                            variance
                                    ? AnalysisJson.of(comparison, variances)
                                    : AnalysisJson.of(comparison));
        } else {
            context.out().print(Conclusions.text(results, comparison));
            variances.forEach(one -> context.out().print("\n" + one.text()));
        }
        return ExitCode.DONE;
    }
}
