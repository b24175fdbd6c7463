package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.report.Waterfall.Step;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.report.Waterfall.Without;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Row;

/// A waterfall as GitHub-flavoured Markdown.
public final class WaterfallMarkdown {

    private WaterfallMarkdown() {}

    /// The whole text.
    public static String of(Waterfall waterfall) {
        var out = new StringBuilder("# ").append(escape(waterfall.title())).append("\n\n");
        out.append(escape(waterfall.subtitle())).append("\n\n");
        out.append("**").append(escape(waterfall.sentence())).append("**\n\n");
        waterfall
                .cautions()
                .forEach(w -> out.append("> Warning: ").append(escape(w)).append("\n>\n"));
        if (!waterfall.cautions().isEmpty()) {
            out.append('\n');
        }
        steps(out, waterfall);
        if (!waterfall.withouts().isEmpty()) {
            withouts(out, waterfall);
        }
        if (waterfall.datapoints().size() > 1) {
            datapoints(out, waterfall);
        }
        out.append("\n## How to read this\n\n");
        waterfall.method().forEach(line -> out.append("- ").append(escape(line)).append('\n'));
        return out.toString();
    }

    private static void steps(StringBuilder out, Waterfall waterfall) {
        out.append("| # | step | so far | ratio | 95 % interval | verdict |\n");
        out.append("|--:|---|--:|--:|--:|---|\n");
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var step = waterfall.steps().get(i);
            String level = waterfall.digits().ratio(waterfall.levels().get(i + 1));
            line(
                    out,
                    List.of(Integer.toString(i + 1), turns(step), level),
                    numbers(waterfall, step.candidate()));
        }
        String whole = escape(waterfall.from() + " → " + waterfall.to());
        line(out, List.of("", "**" + whole + "**", ""), numbers(waterfall, waterfall.last()));
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var reasons = waterfall.steps().get(i).reasons();
            if (!reasons.isEmpty()) {
                out.append("\nStep ").append(i + 1).append(" turns several knobs: ");
                out.append(escape(String.join(" ", reasons))).append('\n');
            }
        }
    }

    private static void withouts(StringBuilder out, Waterfall waterfall) {
        out.append("\n## In company of all others\n\n");
        out.append(escape(waterfall.to()));
        out.append(" against itself with one step turned back.\n\n");
        out.append("| # | step | ratio | 95 % interval | verdict |\n|--:|---|--:|--:|---|\n");
        for (Without without : waterfall.withouts()) {
            var start =
                    List.of(
                            Integer.toString(without.step() + 1),
                            turns(waterfall.steps().get(without.step())));
            line(
                    out,
                    start,
                    without.comparison()
                            .map(one -> numbers(waterfall, Waterfall.only(one)))
                            .orElse(List.of("", "", escape(without.obstacle()))));
        }
    }

    private static void datapoints(StringBuilder out, Waterfall waterfall) {
        out.append("\n## Ratio of each step on each datapoint\n\n");
        List<String> head = new ArrayList<>(List.of("datapoint"));
        for (int i = 1; i <= waterfall.steps().size(); i++) {
            head.add("step " + i);
        }
        head.add("whole");
        MarkdownReport.line(out, head);
        out.append("|---|").append("--:|".repeat(head.size() - 1)).append('\n');
        for (String datapoint : waterfall.datapoints()) {
            List<String> cells = new ArrayList<>(List.of(escape(datapoint)));
            waterfall
                    .steps()
                    .forEach(step ->
                            cells.add(cell(waterfall, Waterfall.row(step.candidate(), datapoint))));
            cells.add(cell(waterfall, Waterfall.row(waterfall.last(), datapoint)));
            MarkdownReport.line(out, cells);
        }
    }

    private static String cell(Waterfall waterfall, Row row) {
        return "%s %s"
                .formatted(waterfall.digits().ratio(row.estimate().ratio()), row.verdict().label());
    }

    private static List<String> numbers(Waterfall waterfall, CandidateComparison candidate) {
        var digits = waterfall.digits();
        return List.of(
                digits.ratio(candidate.geomean().ratio()),
                digits.interval(candidate.geomean().interval()),
                candidate.verdict().label());
    }

    private static String turns(Step step) {
        return step.turns().stream()
                .map(Turn::text)
                .map(WaterfallMarkdown::escape)
                .collect(Collectors.joining("<br>"));
    }

    private static void line(StringBuilder out, List<String> start, List<String> end) {
        List<String> cells = new ArrayList<>(start);
        cells.addAll(end);
        MarkdownReport.line(out, cells);
    }

    private static String escape(String text) {
        return MarkdownReport.escape(text);
    }
}
