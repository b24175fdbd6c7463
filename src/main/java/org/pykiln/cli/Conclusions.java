package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pykiln.bench.UnitFailure;
import org.pykiln.lab.LabReport;
import org.pykiln.lab.Results;
import org.pykiln.report.KnobEffect;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

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
        StringBuilder out = new StringBuilder(text(comparison, Quantity.TIME));
        results.warnings().forEach(warning -> out.append("warning: ").append(warning).append('\n'));
        return out.toString();
    }

    /// Peak memory, or that nobody knows it.
    static String memory(Optional<Comparison> memory) {
        return memory.map(known -> text(known, Quantity.MEMORY))
                .orElse(
                        "Peak memory is not known of two images on a common datapoint; pyperf"
                                + " records it on Linux.\n");
    }

    private static String text(Comparison comparison, Quantity quantity) {
        StringBuilder out = new StringBuilder();
        for (CandidateComparison candidate : comparison.candidates()) {
            out.append(Summary.of(comparison, candidate, quantity)).append("\n\n");
            int width =
                    candidate.rows().stream()
                            .mapToInt(row -> row.name().length())
                            .reduce(NAME_WIDTH, Math::max);
            for (Row row : candidate.rows()) {
                String word = quantity.word(row.verdict());
                out.append(line(width, row.name(), row.estimate(), word));
            }
            String word = quantity.word(candidate.verdict());
            out.append(line(width, "geometric mean", candidate.geomean(), word));
            out.append(candidate.builds().text()).append("\n\n");
        }
        return out.toString();
    }

    /// What a knob is worth.
    static String text(KnobEffect effect) {
        StringBuilder out = new StringBuilder(effect.sentence()).append("\n\n");
        effect.groups().forEach(group -> out.append("  ").append(group.text()).append('\n'));
        out.append('\n');
        effect.pairs().forEach(pair -> out.append("  ").append(pair.sentence()).append('\n'));
        effect.notes().forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    static String text(UnitFailure failure) {
        return "%s on %s could not be measured: %s"
                .formatted(failure.datapoint(), failure.image(), failure.message());
    }

    private static String line(int width, String name, RatioEstimate estimate, String verdict) {
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
                verdict);
    }
}
