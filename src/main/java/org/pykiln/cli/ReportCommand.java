package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Results;
import org.pykiln.recipe.Printable;
import org.pykiln.report.AnalysisJson;
import org.pykiln.report.CsvTable;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.MarkdownReport;
import org.pykiln.report.Replay;
import org.pykiln.report.Report;
import org.pykiln.stats.Comparison;
import org.pykiln.workspace.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description =
                "Writes a comparison as one HTML file that needs no network, as Markdown, or as the"
                        + " exact numbers of the chart in CSV or JSON.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin SourceArguments from = new SourceArguments();

    @Option(
            names = "--beside",
            paramLabel = "REFERENCE",
            description =
                    "Add the table of a published comparison beside the own ratios, such as"
                            + " home-assistant-2020. In HTML and Markdown.")
    @Nullable String beside;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Ends in .html, .md, .csv or .json.")
    Path file = Path.of("");

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        String ending = ending();
        Results results = from.open();
        Comparison comparison = results.comparison(from.baseline());
        AtomicFiles.write(file, text(ending, results, comparison));
        context.out().println(file);
        return ExitCode.DONE;
    }

    private String text(String ending, Results results, Comparison comparison) {
        Report report = LabReport.of(results, comparison);
        Optional<Replay> replay =
                Optional.ofNullable(beside).map(id -> results.beside(id, from.baseline()));
        return switch (ending) {
            case "csv" -> CsvTable.of(comparison);
            case "json" -> AnalysisJson.of(comparison, results.warnings()).text();
            case "md" -> MarkdownReport.of(report, replay);
            default -> HtmlReport.of(report, replay);
        };
    }

    /// @throws LabException before anything is read or written
    private String ending() {
        String name = file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean numbers = ending.equals("csv") || ending.equals("json");
        if (!numbers && !ending.equals("html") && !ending.equals("md")) {
            throw LabException.badInput(
                    "-o cannot be \"%s\"; expected a file that ends in .html, .md, .csv or .json"
                            .formatted(Printable.of(name)));
        }
        if (numbers && beside != null) {
            throw LabException.badInput(
                    "--beside goes into .html and .md; for its numbers: ./pykiln replay --json");
        }
        return ending;
    }
}
