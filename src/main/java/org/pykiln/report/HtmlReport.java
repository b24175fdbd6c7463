package org.pykiln.report;

import java.util.Locale;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Verdict;

/// A report as one HTML file that needs no network and runs no script; it follows the reader's
/// light or dark theme and prints in the light one.
public final class HtmlReport {

    private static final double CHART_WIDTH = 944;
    private static final String STYLE =
            """
            *{box-sizing:border-box}
            body{margin:0 auto;padding:2rem 1.5rem;max-width:62rem;background:var(--background);
              color:var(--text);font:15px/1.5 system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif}
            h1{font-size:1.5rem;margin:0}
            h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
            h3{font-size:1rem;margin:1.6rem 0 .4rem}
            .muted{color:var(--muted);margin:.1rem 0 1.2rem}
            .sentence{font-size:1.15rem;font-weight:600;margin:.4rem 0;overflow-wrap:anywhere}
            .warnings{border-left:4px solid var(--slower);background:var(--stripe);
              padding:.6rem 1rem;margin:1rem 0}
            .warnings ul,.method{margin:.3rem 0;padding-left:1.2rem}
            .scroll{overflow-x:auto}
            svg.chart{display:block;max-width:100%;height:auto}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            th{text-align:left;color:var(--muted);font-weight:500;font-size:.85rem}
            th,td{padding:.25rem .6rem;border-bottom:1px solid var(--grid);vertical-align:top;
              overflow-wrap:anywhere}
            .number{text-align:right;white-space:nowrap;overflow-wrap:normal}
            .total td{font-weight:600;border-top:2px solid var(--axis)}
            .sign{display:inline-block;width:1.2em;font-weight:700}
            .v-faster .sign{color:var(--faster)}
            .v-slower .sign,.fails{color:var(--slower)}
            .fails{font-weight:700}
            code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.9em}
            @media print{body{max-width:none;padding:0;font-size:11px}
              h2,h3{break-after:avoid}tr,svg{break-inside:avoid}}
            """;

    private HtmlReport() {}

    /// The whole page.
    public static String of(Report report) {
        var out = new StringBuilder();
        head(out, report.title());
        out.append("<body>\n");
        element(out, "h1", "", report.title());
        element(out, "p", "muted", report.subtitle());
        report.sentences().forEach(sentence -> element(out, "p", "sentence", sentence));
        proofStates(out, report);
        warnings(out, report);
        out.append("<div class=\"scroll\">\n");
        out.append(Svg.inline(ForestChart.of(report.comparison(), CHART_WIDTH)));
        out.append("</div>\n");
        for (var candidate : report.comparison().candidates()) {
            table(out, report, candidate);
        }
        report.images().forEach(image -> image(out, image));
        element(out, "h2", "", "How to read this");
        out.append("<ul class=\"method\">\n");
        report.method().forEach(line -> element(out, "li", "", line));
        return out.append("</ul>\n</body>\n</html>\n").toString();
    }

    private static void head(StringBuilder out, String title) {
        out.append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                """);
        element(out, "title", "", title);
        out.append("<style>\n:root{").append(variables(Palette.LIGHT)).append("}\n");
        out.append("@media screen and (prefers-color-scheme:dark){:root{")
                .append(variables(Palette.DARK))
                .append("}}\n");
        out.append(STYLE).append(Svg.style(ink -> "var(--" + name(ink) + ")"));
        out.append("</style>\n</head>\n");
    }

    private static String variables(Palette palette) {
        var out = new StringBuilder("--background:").append(palette.background());
        for (var ink : Ink.values()) {
            out.append(";--").append(name(ink)).append(':').append(palette.colour(ink));
        }
        return out.toString();
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private static void proofStates(StringBuilder out, Report report) {
        if (!report.images().isEmpty()) {
            var states =
                    report.images().stream()
                            .map(image -> image.name() + ": " + image.proofState())
                            .toList();
            element(out, "p", "muted", String.join(" · ", states));
        }
    }

    private static void warnings(StringBuilder out, Report report) {
        if (!report.warnings().isEmpty()) {
            out.append("<div class=\"warnings\" role=\"note\">");
            out.append("<strong>Before you believe it</strong>\n<ul>\n");
            report.warnings().forEach(warning -> element(out, "li", "", warning));
            out.append("</ul></div>\n");
        }
    }

    private static void table(StringBuilder out, Report report, CandidateComparison candidate) {
        String baseline = report.comparison().baseline();
        var digits = Digits.of(report.comparison());
        element(out, "h2", "", candidate.name() + " against " + baseline);
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        element(out, "th", "", "datapoint");
        element(out, "th", "number", "baseline");
        element(out, "th", "number", "candidate");
        element(out, "th", "number", "processes");
        element(out, "th", "number", "ratio");
        element(out, "th", "number", "95 % interval");
        element(out, "th", "", "verdict");
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : Digits.byEffect(candidate)) {
            out.append("<tr class=\"v-").append(AnalysisJson.code(row.verdict())).append("\">");
            element(out, "td", "", row.name());
            element(out, "td", "number", Digits.time(row.baselineMean()));
            element(out, "td", "number", Digits.time(row.candidateMean()));
            element(out, "td", "number", row.baselineUnits() + " / " + row.candidateUnits());
            numbers(out, digits, row.estimate(), row.verdict());
        }
        out.append("</tbody>\n<tbody><tr class=\"total v-");
        out.append(AnalysisJson.code(candidate.verdict())).append("\">");
        out.append("<td colspan=\"4\">geometric mean</td>");
        numbers(out, digits, candidate.geomean(), candidate.verdict());
        out.append("</tbody>\n</table></div>\n");
    }

    private static void numbers(
            StringBuilder out, Digits digits, RatioEstimate estimate, Verdict verdict) {
        element(out, "td", "number", digits.ratio(estimate.ratio()));
        element(out, "td", "number", digits.interval(estimate.interval()));
        out.append("<td><span class=\"sign\" aria-hidden=\"true\">");
        out.append(sign(verdict)).append("</span>").append(verdict.label()).append("</td></tr>\n");
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "●";
            case SLOWER -> "■";
            case SAME -> "❙";
            case UNRESOLVED -> "○";
        };
    }

    private static void image(StringBuilder out, ImageFacts image) {
        element(out, "h2", "", image.name());
        out.append("<div class=\"scroll\"><table>\n<tbody>\n");
        image.facts()
                .forEach((fact, value) -> {
                    out.append("<tr>");
                    element(out, "th", "", fact);
                    element(out, "td", "", value);
                    out.append("</tr>\n");
                });
        out.append("</tbody></table></div>\n");
        if (!image.proofs().isEmpty()) {
            element(out, "h3", "", "Proofs: " + image.proofState());
            out.append("<div class=\"scroll\"><table>\n<thead><tr><th>knob</th><th>claim</th>");
            out.append("<th>seen</th><th>proof</th></tr></thead>\n<tbody>\n");
            for (var proof : image.proofs()) {
                out.append("<tr>");
                element(out, "td", "", proof.knob());
                element(out, "td", "", proof.claim());
                out.append("<td>");
                element(out, "code", "", proof.seen());
                out.append("</td>");
                element(out, "td", proof.holds() ? "" : "fails", proof.holds() ? "holds" : "FAILS");
                out.append("</tr>\n");
            }
            out.append("</tbody></table></div>\n");
        }
    }

    private static void element(StringBuilder out, String tag, String style, String text) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(Markup.escape(text)).append("</").append(tag).append('>');
        if (!tag.startsWith("t")) {
            out.append('\n');
        }
    }
}
