package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.LabException;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Results;
import org.pykiln.recipe.Printable;
import org.pykiln.report.HtmlReport;
import org.pykiln.report.MarkdownReport;
import org.pykiln.report.Report;
import org.pykiln.workspace.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Writes a comparison as one HTML file that needs no network, or as Markdown.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "SESSION|FILE",
            description = "The folder of a session, or pyperf files, the baseline first.")
    List<Path> sources = new ArrayList<>();

    @Option(names = "--baseline", paramLabel = "NAME", description = "Another baseline.")
    @Nullable String baseline;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Ends in .html or .md.")
    Path file = Path.of("");

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        boolean markdown = file.toString().endsWith(".md");
        if (!markdown && !file.toString().endsWith(".html")) {
            throw LabException.badInput(
                    "-o cannot be \"%s\"; expected a file that ends in .html or .md"
                            .formatted(Printable.of(file.toString())));
        }
        Results results = Results.open(sources);
        Report report = LabReport.of(results, results.comparison(Optional.ofNullable(baseline)));
        AtomicFiles.write(file, markdown ? MarkdownReport.of(report) : HtmlReport.of(report));
        context.out().println(file);
        return ExitCode.DONE;
    }
}
