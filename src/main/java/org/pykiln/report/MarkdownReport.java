package org.pykiln.report;

import java.util.List;
import java.util.Optional;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Summary;
import org.pykiln.stats.VarianceShares;
import org.pykiln.stats.VarianceSummary;

/// A report as GitHub-flavoured Markdown.
public final class MarkdownReport {

    private static final String SPECIAL = "\\`*_[]<>|~&";

    private MarkdownReport() {}

    /// The whole report.
    public static String of(Report report) {
        return of(report, Optional.empty());
    }

    /// @param replay a published comparison, shown after the own tables
    public static String of(Report report, Optional<Replay> replay) {
        var out = new StringBuilder("# ").append(escape(report.title())).append("\n\n");
        if (!report.subtitle().isEmpty()) {
            out.append(escape(report.subtitle())).append("\n\n");
        }
        report.sentences().forEach(s -> out.append("**").append(escape(s)).append("**\n\n"));
        report.warnings().forEach(w -> out.append("> Warning: ").append(escape(w)).append("\n>\n"));
        if (!report.warnings().isEmpty()) {
            out.append('\n');
        }
        out.append(table(report.comparison()));
        report.charts().memory().ifPresent(memory -> memory(out, memory));
        report.variances().forEach(variance -> variance(out, variance));
        replay.ifPresent(beside -> ReplayMarkdown.section(out, beside));
        report.images().forEach(image -> image(out, image));
        out.append("\n## How to read this\n\n");
        report.method().forEach(line -> out.append("- ").append(line).append('\n'));
        return out.toString();
    }

    /// One table a candidate, the greatest gain first.
    public static String table(Comparison comparison) {
        return table(comparison, Quantity.TIME);
    }

    /// @param quantity that was compared
    public static String table(Comparison comparison, Quantity quantity) {
        return tables(comparison, quantity, Digits.of(comparison));
    }

    /// The wanted rows alone, and that it is not all of them.
    public static String table(Comparison comparison, Quantity quantity, RowFilter filter) {
        return filter.isAll()
                ? table(comparison, quantity)
                : "Filtered: %s. Geometric means are those of all rows.\n\n"
                                .formatted(escape(filter.words(comparison, quantity)))
                        + tables(filter.of(comparison), quantity, Digits.of(comparison));
    }

    private static String tables(Comparison comparison, Quantity quantity, Digits digits) {
        var out = new StringBuilder();
        for (var candidate : comparison.candidates()) {
            out.append(out.isEmpty() ? "" : "\n");
            table(out, comparison, candidate, quantity, digits);
        }
        return out.toString();
    }

    private static void table(
            StringBuilder out,
            Comparison comparison,
            CandidateComparison candidate,
            Quantity quantity,
            Digits digits) {
        line(
                out,
                List.of(
                        "datapoint",
                        escape(comparison.baseline()),
                        escape(candidate.name()),
                        "ratio",
                        "95 % interval",
                        "verdict"));
        out.append("|---|--:|--:|--:|--:|---|\n");
        for (var row : Digits.byEffect(candidate)) {
            numbers(
                    out,
                    digits,
                    escape(row.name()),
                    Digits.mean(quantity, row.baselineMean()),
                    Digits.mean(quantity, row.candidateMean()),
                    row.estimate(),
                    quantity.word(row.verdict()));
        }
        numbers(
                out,
                digits,
                "**geometric mean**",
                "",
                "",
                candidate.geomean(),
                quantity.word(candidate.verdict()));
    }

    private static void numbers(
            StringBuilder out,
            Digits digits,
            String name,
            String baseline,
            String candidate,
            RatioEstimate estimate,
            String verdict) {
        line(
                out,
                List.of(
                        name,
                        baseline,
                        candidate,
                        digits.ratio(estimate.ratio()),
                        digits.interval(estimate.interval()),
                        verdict));
    }

    private static void memory(StringBuilder out, Comparison memory) {
        out.append("\n## Peak memory\n\n");
        for (var candidate : memory.candidates()) {
            out.append(escape(Summary.of(memory, candidate, Quantity.MEMORY))).append("\n\n");
        }
        out.append(table(memory, Quantity.MEMORY));
    }

    private static void variance(StringBuilder out, Variance variance) {
        out.append("\n## ").append(escape(variance.heading())).append("\n\n");
        out.append(escape(variance.sentence())).append("\n\n");
        line(out, List.of("datapoint", "builds", "processes", "iterations", "repeat next"));
        out.append("|---|--:|--:|--:|---|\n");
        for (var row : variance.all()) {
            line(
                    out,
                    List.of(
                            escape(row.name()),
                            row.betweenBuilds() ? percent(row, Level.BUILD) : "not known",
                            percent(row, Level.PROCESS),
                            percent(row, Level.ITERATION),
                            VarianceSummary.repeat(row)));
        }
    }

    private static String percent(VarianceShares row, Level level) {
        return VarianceSummary.percent(row.share(level));
    }

    private static void image(StringBuilder out, ImageFacts image) {
        out.append("\n## ").append(escape(image.name())).append("\n\n");
        out.append("Proofs: ").append(image.proofState()).append(".\n\n");
        if (!image.facts().isEmpty()) {
            out.append("| fact | value |\n|---|---|\n");
            image.facts().forEach((k, v) -> line(out, List.of(escape(k), escape(v))));
        }
        if (!image.proofs().isEmpty()) {
            out.append("\n| proof | knob | claim | seen |\n|---|---|---|---|\n");
            for (var proof : image.proofs()) {
                line(
                        out,
                        List.of(
                                proof.holds() ? "holds" : "**FAILS**",
                                escape(proof.knob()),
                                escape(proof.claim()),
                                escape(proof.seen())));
            }
        }
    }

    static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    static String escape(String text) {
        var out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            if (c < ' ') {
                out.append(' ');
            } else {
                out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        boolean list = !out.isEmpty() && "-+#=".indexOf(out.charAt(0)) >= 0;
        return list ? "\\" + out : out.toString();
    }
}
