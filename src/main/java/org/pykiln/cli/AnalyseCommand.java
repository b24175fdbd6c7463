package org.pykiln.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.Results;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.report.AnalysisJson;
import org.pykiln.report.KnobEffect;
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

    @Option(
            names = "--memory",
            description =
                    "Also peak memory of each datapoint, compared as times are: smaller, larger, same"
                            + " or not resolved.")
    boolean memory;

    @Option(
            names = "--by",
            paramLabel = "KNOB",
            description =
                    "Also what a knob is worth: images grouped by its value, and each pair of them"
                            + " that differs in nothing else.")
    @Nullable String knob;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    AnalyseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Knob<?>> by = Optional.ofNullable(knob).map(Catalogue::knob);
        Results results = from.open();
        Comparison comparison = results.comparison(from.baseline());
        Optional<KnobEffect> effect = by.map(one -> results.effect(one, from.baseline()));
        context.out()
                .print(
                        json
                                ? json(results, comparison, effect)
                                : text(results, comparison, effect));
        return ExitCode.DONE;
    }

    private String json(Results results, Comparison comparison, Optional<KnobEffect> effect) {
        AnalysisJson analysis = AnalysisJson.of(comparison, results.warnings());
        if (variance) {
            analysis.withVariances(results.variances(comparison));
        }
        if (memory) {
            analysis.withMemory(results.memory(comparison.baseline()));
        }
        effect.ifPresent(analysis::withKnob);
        return analysis.text();
    }

    private String text(Results results, Comparison comparison, Optional<KnobEffect> effect) {
        StringBuilder out = new StringBuilder(Conclusions.text(results, comparison));
        if (variance) {
            results.variances(comparison).forEach(one -> out.append('\n').append(one.text()));
        }
        if (memory) {
            out.append('\n').append(Conclusions.memory(results.memory(comparison.baseline())));
        }
        effect.ifPresent(one -> out.append('\n').append(Conclusions.text(one)));
        return out.toString();
    }
}
