package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pykiln.bench.UnitFailure;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Results;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;
import org.pykiln.stats.Verdict;

/// What came out of a lab: the comparison on standard output, and beside the session as files.
record Conclusions(CommandContext context) {
    private static final int NAME_WIDTH = 28;

    /// @return the exit code: a comparison with holes in it is a failure
    int write(Path folder) throws IOException {
        Results results = Results.open(List.of(folder));
        Comparison comparison = results.comparison(Optional.empty());
        LabReport.write(results, comparison, folder);
        context.out().print(text(results, comparison));
        context.out().printf("%nEverything is in %s; report.html opens in a browser.%n", folder);
        boolean whole = comparison.candidates().stream().allMatch(one -> one.unmatched().isEmpty());
        return whole ? ExitCode.DONE : ExitCode.FAILED;
    }

    static String text(Results results, Comparison comparison) {
        StringBuilder out = new StringBuilder();
        for (CandidateComparison candidate : comparison.candidates()) {
            out.append(Summary.of(comparison, candidate)).append("\n\n");
            int width =
                    candidate.rows().stream()
                            .mapToInt(row -> row.name().length())
                            .reduce(NAME_WIDTH, Math::max);
            for (Row row : candidate.rows()) {
                out.append(line(width, row.name(), row.estimate(), row.verdict()));
            }
            out.append(line(width, "geometric mean", candidate.geomean(), candidate.verdict()));
            out.append(candidate.builds().text()).append("\n\n");
        }
        results.warnings().forEach(warning -> out.append("warning: ").append(warning).append('\n'));
        return out.toString();
    }

    static String text(UnitFailure failure) {
        return "%s on %s could not be measured: %s"
                .formatted(failure.datapoint(), failure.image(), failure.message());
    }

    private static String line(int width, String name, RatioEstimate estimate, Verdict verdict) {
        var interval = estimate.interval();
        return String.format(
                Locale.ROOT,
                "  %s %6.3fx  %-16s %s%n",
                name + " ".repeat(width - name.length()),
                estimate.ratio(),
                interval == null
                        ? ""
                        : String.format(
                                Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high()),
                verdict.label());
    }
}
