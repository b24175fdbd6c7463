package org.pykiln.report;

import java.util.Comparator;
import java.util.Optional;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

/// A report as one HTML file that needs no network and runs no script; it follows the reader's
/// light or dark theme and prints in the light one.
public final class HtmlReport {

    /// Characters that the drawings of units may take.
    private static final int MOST_OF_UNITS = 800_000;

    private HtmlReport() {}

    /// The whole page.
    public static String of(Report report) {
        return of(report, Optional.empty());
    }

    /// @param replay a published comparison, shown after the own tables
    public static String of(Report report, Optional<Replay> replay) {
        var out = new StringBuilder();
        HtmlPage.open(out, report.title());
        HtmlPage.element(out, "h1", "", report.title());
        HtmlPage.element(out, "p", "muted", report.subtitle());
        report.sentences().forEach(sentence -> HtmlPage.element(out, "p", "sentence", sentence));
        proofStates(out, report);
        HtmlPage.warnings(out, report.warnings());
        charts(out, report.charts());
        for (var candidate : report.comparison().candidates()) {
            table(out, report.comparison(), candidate, Quantity.TIME);
        }
        report.charts().memory().ifPresent(memory -> memory(out, memory));
        units(out, report);
        report.variances().forEach(variance -> variance(out, variance));
        replay.ifPresent(beside -> ReplayHtml.section(out, beside));
        report.images().forEach(image -> image(out, image));
        HtmlPage.method(out, report.method());
        return HtmlPage.close(out);
    }

    private static void charts(StringBuilder out, ChartData data) {
        HtmlPage.chart(out, ForestChart.of(data.comparison(), Plot.PAGE_WIDTH));
        if (data.comparison().candidates().size() > 1) {
            HtmlPage.chart(out, HeatMap.of(data.comparison(), Plot.PAGE_WIDTH));
        }
        ChartKind.PARETO
                .of(data, "")
                .ifPresent(plot -> {
                    HtmlPage.element(out, "h2", "", "What speed costs");
                    HtmlPage.chart(out, plot.draw(Plot.PAGE_WIDTH));
                });
    }

    /// A raincloud a datapoint, folded; those with the greatest effects where not all have room.
    private static void units(StringBuilder out, Report report) {
        var rows =
                report.comparison().candidates().stream()
                        .flatMap(candidate -> Digits.byEffect(candidate).stream())
                        .sorted(Comparator.comparingDouble(HtmlReport::smallness))
                        .map(Row::name)
                        .distinct()
                        .flatMap(name -> report.charts().units(name).stream())
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        HtmlPage.element(out, "h2", "", "Every unit of a datapoint");
        int end = out.length() + MOST_OF_UNITS;
        int drawn = 0;
        while (drawn < rows.size() && out.length() < end) {
            var units = rows.get(drawn);
            out.append("<details>");
            HtmlPage.element(out, "summary", "", units.datapoint());
            HtmlPage.chart(out, RaincloudChart.of(units, Plot.PAGE_WIDTH));
            out.append("</details>\n");
            drawn++;
        }
        if (drawn < rows.size()) {
            HtmlPage.element(
                    out,
                    "p",
                    "muted",
                    ("The %d datapoints with the greatest effects, so that this file stays small;"
                                    + " pykiln chart --kind raincloud draws any of the other %d.")
                            .formatted(drawn, rows.size() - drawn));
        }
    }

    private static double smallness(Row row) {
        return -Math.abs(Math.log(row.estimate().ratio()));
    }

    private static void proofStates(StringBuilder out, Report report) {
        if (!report.images().isEmpty()) {
            var states =
                    report.images().stream()
                            .map(image -> image.name() + ": " + image.proofState())
                            .toList();
            HtmlPage.element(out, "p", "muted", String.join(" · ", states));
        }
    }

    private static void table(
            StringBuilder out,
            Comparison comparison,
            CandidateComparison candidate,
            Quantity quantity) {
        var digits = Digits.of(comparison);
        String heading = candidate.name() + " against " + comparison.baseline();
        HtmlPage.element(
                out, "h2", "", quantity == Quantity.TIME ? heading : "Peak memory of " + heading);
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        HtmlPage.element(out, "th", "", "datapoint");
        HtmlPage.element(out, "th", "number", "baseline");
        HtmlPage.element(out, "th", "number", "candidate");
        HtmlPage.element(out, "th", "number", "processes");
        HtmlPage.element(out, "th", "number", "ratio");
        HtmlPage.element(out, "th", "number", "95 % interval");
        HtmlPage.element(out, "th", "", "verdict");
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : Digits.byEffect(candidate)) {
            out.append("<tr class=\"v-").append(quantity.code(row.verdict())).append("\">");
            HtmlPage.element(out, "td", "", row.name());
            HtmlPage.element(out, "td", "number", Digits.mean(quantity, row.baselineMean()));
            HtmlPage.element(out, "td", "number", Digits.mean(quantity, row.candidateMean()));
            HtmlPage.element(
                    out, "td", "number", row.baselineUnits() + " / " + row.candidateUnits());
            HtmlPage.numbers(
                    out, digits, row.estimate(), row.verdict(), quantity.word(row.verdict()));
        }
        out.append("</tbody>\n<tbody><tr class=\"total v-");
        out.append(quantity.code(candidate.verdict())).append("\">");
        out.append("<td colspan=\"4\">geometric mean</td>");
        HtmlPage.numbers(
                out,
                digits,
                candidate.geomean(),
                candidate.verdict(),
                quantity.word(candidate.verdict()));
        out.append("</tbody>\n</table></div>\n");
    }

    /// Folded: whoever reads for time is not kept from the rest by it.
    private static void memory(StringBuilder out, Comparison memory) {
        HtmlPage.element(out, "h2", "", "Peak memory");
        for (var candidate : memory.candidates()) {
            HtmlPage.element(out, "p", "", Summary.of(memory, candidate, Quantity.MEMORY));
        }
        out.append("<details>");
        HtmlPage.element(out, "summary", "", "Peak memory of each datapoint");
        memory.candidates().forEach(candidate -> table(out, memory, candidate, Quantity.MEMORY));
        out.append("</details>\n");
    }

    private static void variance(StringBuilder out, Variance variance) {
        HtmlPage.element(out, "h2", "", variance.heading());
        HtmlPage.element(out, "p", "", variance.sentence());
        HtmlPage.chart(out, VarianceChart.of(variance, Plot.PAGE_WIDTH));
    }

    private static void image(StringBuilder out, ImageFacts image) {
        HtmlPage.element(out, "h2", "", image.name());
        out.append("<div class=\"scroll\"><table>\n<tbody>\n");
        image.facts()
                .forEach((fact, value) -> {
                    out.append("<tr>");
                    HtmlPage.element(out, "th", "", fact);
                    HtmlPage.element(out, "td", "", value);
                    out.append("</tr>\n");
                });
        out.append("</tbody></table></div>\n");
        if (!image.proofs().isEmpty()) {
            HtmlPage.element(out, "h3", "", "Proofs: " + image.proofState());
            out.append("<div class=\"scroll\"><table>\n<thead><tr><th>knob</th><th>claim</th>");
            out.append("<th>seen</th><th>proof</th></tr></thead>\n<tbody>\n");
            for (var proof : image.proofs()) {
                out.append("<tr>");
                HtmlPage.element(out, "td", "", proof.knob());
                HtmlPage.element(out, "td", "", proof.claim());
                out.append("<td>");
                HtmlPage.element(out, "code", "", proof.seen());
                out.append("</td>");
                HtmlPage.element(
                        out, "td", proof.holds() ? "" : "fails", proof.holds() ? "holds" : "FAILS");
                out.append("</tr>\n");
            }
            out.append("</tbody></table></div>\n");
        }
    }
}
