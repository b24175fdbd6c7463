package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.LabException;
import org.pykiln.lab.ResultCharts;
import org.pykiln.lab.Results;
import org.pykiln.recipe.Nearest;
import org.pykiln.recipe.Printable;
import org.pykiln.report.ChartData;
import org.pykiln.report.ChartFile;
import org.pykiln.report.ChartKind;
import org.pykiln.report.Palette;
import org.pykiln.report.Plot;
import org.pykiln.workspace.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "chart",
        description = "Draws one chart of a comparison, or writes the numbers behind it.",
        mixinStandardHelpOptions = true)
final class ChartCommand implements Callable<Integer> {
    private static final int LARGEST_SCALE = 8;

    private final CommandContext context;

    @Mixin SourceArguments from = new SourceArguments();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    String kind = ChartKind.FOREST.id();

    @Option(
            names = {"-b", "--datapoint"},
            paramLabel = "NAME",
            description = "Which datapoint a raincloud or an ecdf shows.")
    @Nullable String datapoint;

    @Option(names = "--dark", description = "For dark screens.")
    boolean dark;

    @Option(
            names = "--scale",
            paramLabel = "TIMES",
            description = "Pixels of a .png for one of the chart, from 1 to 8. Default: 1.")
    int scale = 1;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description =
                    "Ends in .svg or .png, or in .csv for exactly the numbers that are plotted.")
    Path file = Path.of("");

    /// The ids of all kinds, for the help.
    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Kinds() {
            super(ids());
        }
    }

    ChartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ChartFile format = format();
        ChartKind chosen = kind();
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw LabException.badInput(
                    "--scale cannot be %d; expected 1 to %d".formatted(scale, LARGEST_SCALE));
        }
        Results results = from.open();
        ChartData data = ResultCharts.of(results, results.comparisonOrAlone(from.baseline()));
        Plot plot = plot(chosen, data);
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        byte[] bytes = format.bytes(plot, Plot.PAGE_WIDTH, palette, scale);
        AtomicFiles.write(file, out -> out.write(bytes));
        context.out().println(file);
        return ExitCode.DONE;
    }

    private ChartFile format() {
        return ChartFile.of(file)
                .orElseThrow(() ->
                        LabException.badInput(
                                "-o cannot be \"%s\"; expected a file that ends in .svg, .png or .csv"
                                        .formatted(Printable.of(file.toString()))));
    }

    private ChartKind kind() {
        String wanted = kind.toLowerCase(Locale.ROOT);
        return Stream.of(ChartKind.values())
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("--kind", kind, ids()));
    }

    private Plot plot(ChartKind chosen, ChartData data) {
        String name = chosen.isOfOneDatapoint() ? datapoint(chosen, data) : "";
        return chosen.of(data, name)
                .orElseThrow(() ->
                        LabException.badInput(
                                "these results hold no %s; they hold %s"
                                        .formatted(chosen.id(), offered(data))));
    }

    private String datapoint(ChartKind chosen, ChartData data) {
        List<String> names = data.datapoints();
        if (datapoint == null) {
            throw LabException.badInput(
                    "--kind %s needs a datapoint: -b NAME, one of %s"
                            .formatted(chosen.id(), String.join(", ", names)));
        }
        if (!names.contains(datapoint)) {
            throw unknown("-b", datapoint, names);
        }
        return datapoint;
    }

    private static LabException unknown(String option, String given, List<String> valid) {
        return LabException.badInput(
                "%s cannot be \"%s\"; did you mean %s? Expected one of %s"
                        .formatted(
                                option,
                                Printable.of(given),
                                Nearest.to(given, valid).orElse(""),
                                String.join(", ", valid)));
    }

    private static String offered(ChartData data) {
        return String.join(", ", ChartKind.offered(data).stream().map(ChartKind::id).toList());
    }

    private static List<String> ids() {
        return Stream.of(ChartKind.values()).map(ChartKind::id).toList();
    }
}
