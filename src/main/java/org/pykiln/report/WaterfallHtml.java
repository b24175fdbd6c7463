package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.report.Waterfall.Step;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.report.Waterfall.Without;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Row;

/// A waterfall as one HTML file that needs no network and runs no script.
public final class WaterfallHtml {

    private WaterfallHtml() {}

    /// The whole page.
    public static String of(Waterfall waterfall) {
        var out = new StringBuilder();
        HtmlPage.open(out, waterfall.title());
        HtmlPage.element(out, "h1", "", waterfall.title());
        HtmlPage.element(out, "p", "muted", waterfall.subtitle());
        HtmlPage.element(out, "p", "sentence", waterfall.sentence());
        HtmlPage.warnings(out, waterfall.cautions());
        HtmlPage.chart(out, WaterfallChart.of(waterfall, Plot.PAGE_WIDTH));
        steps(out, waterfall);
        reasons(out, waterfall);
        if (!waterfall.withouts().isEmpty()) {
            withouts(out, waterfall);
        }
        if (waterfall.datapoints().size() > 1) {
            datapoints(out, waterfall);
        }
        HtmlPage.method(out, waterfall.method());
        return HtmlPage.close(out);
    }

    private static void steps(StringBuilder out, Waterfall waterfall) {
        HtmlPage.element(out, "h2", "", "Steps");
        head(
                out,
                "number #",
                "step",
                "number so far",
                "number ratio",
                "number 95 % interval",
                "verdict");
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var step = waterfall.steps().get(i);
            open(out, step.candidate());
            HtmlPage.element(out, "td", "number", Integer.toString(i + 1));
            turns(out, step);
            String level = waterfall.digits().ratio(waterfall.levels().get(i + 1));
            HtmlPage.element(out, "td", "number", level);
            verdict(out, waterfall, step.candidate());
        }
        out.append("</tbody>\n<tbody><tr class=\"total v-");
        out.append(AnalysisJson.code(waterfall.last().verdict())).append("\"><td></td>");
        HtmlPage.element(out, "td", "", waterfall.from() + " → " + waterfall.to());
        out.append("<td></td>");
        verdict(out, waterfall, waterfall.last());
        out.append("</tbody>\n</table></div>\n");
    }

    private static void reasons(StringBuilder out, Waterfall waterfall) {
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var reasons = waterfall.steps().get(i).reasons();
            if (!reasons.isEmpty()) {
                HtmlPage.element(
                        out,
                        "p",
                        "muted",
                        "Step %d turns several knobs: %s"
                                .formatted(i + 1, String.join(" ", reasons)));
            }
        }
    }

    private static void withouts(StringBuilder out, Waterfall waterfall) {
        HtmlPage.element(out, "h2", "", "In company of all others");
        HtmlPage.element(
                out,
                "p",
                "muted",
                "%s against itself with one step turned back: what would be lost without it."
                        .formatted(waterfall.to()));
        head(out, "number #", "step", "number ratio", "number 95 % interval", "verdict");
        for (Without without : waterfall.withouts()) {
            var comparison = without.comparison();
            String verdict =
                    comparison
                            .map(one -> AnalysisJson.code(Waterfall.only(one).verdict()))
                            .orElse("unresolved");
            out.append("<tr class=\"v-").append(verdict).append("\">");
            HtmlPage.element(out, "td", "number", Integer.toString(without.step() + 1));
            turns(out, waterfall.steps().get(without.step()));
            if (comparison.isPresent()) {
                verdict(out, waterfall, Waterfall.only(comparison.get()));
            } else {
                out.append("<td colspan=\"3\">").append(Markup.escape(without.obstacle()));
                out.append("</td></tr>\n");
            }
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private static void datapoints(StringBuilder out, Waterfall waterfall) {
        HtmlPage.element(out, "h2", "", "Ratio of each step on each datapoint");
        List<String> columns = new ArrayList<>(List.of("datapoint"));
        for (int i = 1; i <= waterfall.steps().size(); i++) {
            columns.add("number step " + i);
        }
        columns.add("number whole");
        head(out, columns.toArray(String[]::new));
        for (String datapoint : waterfall.datapoints()) {
            out.append("<tr>");
            HtmlPage.element(out, "td", "", datapoint);
            waterfall
                    .steps()
                    .forEach(step ->
                            cell(out, waterfall, Waterfall.row(step.candidate(), datapoint)));
            cell(out, waterfall, Waterfall.row(waterfall.last(), datapoint));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
        HtmlPage.element(
                out,
                "p",
                "muted",
                "● faster · ■ slower · ❙ same · ○ not resolved, after the correction");
    }

    private static void cell(StringBuilder out, Waterfall waterfall, Row row) {
        out.append("<td class=\"number v-").append(AnalysisJson.code(row.verdict())).append("\">");
        out.append(waterfall.digits().ratio(row.estimate().ratio()));
        out.append(" <span class=\"sign\" title=\"").append(row.verdict().label()).append("\">");
        out.append(HtmlPage.sign(row.verdict())).append("</span></td>");
    }

    private static void turns(StringBuilder out, Step step) {
        out.append("<td>");
        out.append(
                String.join(
                        "<br>",
                        step.turns().stream().map(Turn::text).map(Markup::escape).toList()));
        out.append("</td>");
    }

    private static void open(StringBuilder out, CandidateComparison candidate) {
        out.append("<tr class=\"v-").append(AnalysisJson.code(candidate.verdict())).append("\">");
    }

    /// Ends the row.
    private static void verdict(
            StringBuilder out, Waterfall waterfall, CandidateComparison candidate) {
        HtmlPage.numbers(out, waterfall.digits(), candidate.geomean(), candidate.verdict());
    }

    /// @param columns titles; one that begins with "number " is set like numbers
    private static void head(StringBuilder out, String... columns) {
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (String column : columns) {
            boolean number = column.startsWith("number ");
            HtmlPage.element(out, "th", number ? "number" : "", column.substring(number ? 7 : 0));
        }
        out.append("</tr></thead>\n<tbody>\n");
    }
}
