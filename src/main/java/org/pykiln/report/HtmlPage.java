package org.pykiln.report;

import java.util.List;
import java.util.Locale;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Verdict;

/// What pages have in common: they need no network, run no script, follow the reader's light or
/// dark theme and print in the light one.
final class HtmlPage {

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
            summary{cursor:pointer;padding:.2rem 0}
            svg.chart{display:block;max-width:100%;height:auto}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            th{text-align:left;color:var(--muted);font-weight:500;font-size:.85rem}
            th,td{padding:.25rem .6rem;border-bottom:1px solid var(--grid);vertical-align:top;
              overflow-wrap:anywhere}
            .number{text-align:right;white-space:nowrap;overflow-wrap:normal}
            .total td{font-weight:600;border-top:2px solid var(--axis)}
            .sign{display:inline-block;width:1.2em;font-weight:700}
            .v-faster .sign,.v-smaller .sign{color:var(--faster)}
            .v-slower .sign,.v-larger .sign,.fails{color:var(--slower)}
            .fails{font-weight:700}
            code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.9em}
            @media print{body{max-width:none;padding:0;font-size:11px}
              h2,h3{break-after:avoid}tr,svg{break-inside:avoid}}
            """;

    private HtmlPage() {}

    /// Up to the beginning of the body.
    static void open(StringBuilder out, String title) {
        head(out, title);
        out.append("<body>\n");
    }

    /// The whole page.
    static String close(StringBuilder out) {
        return out.append("</body>\n</html>\n").toString();
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

    static void warnings(StringBuilder out, List<String> warnings) {
        if (!warnings.isEmpty()) {
            out.append("<div class=\"warnings\" role=\"note\">");
            out.append("<strong>Before you believe it</strong>\n<ul>\n");
            warnings.forEach(warning -> element(out, "li", "", warning));
            out.append("</ul></div>\n");
        }
    }

    static void method(StringBuilder out, List<String> lines) {
        element(out, "h2", "", "How to read this");
        out.append("<ul class=\"method\">\n");
        lines.forEach(line -> element(out, "li", "", line));
        out.append("</ul>\n");
    }

    static void chart(StringBuilder out, Chart chart) {
        out.append("<div class=\"scroll\">\n").append(Svg.inline(chart)).append("</div>\n");
    }

    static void numbers(StringBuilder out, Digits digits, RatioEstimate estimate, Verdict verdict) {
        numbers(out, digits, estimate, verdict, verdict.label());
    }

    /// @param word for the verdict
    static void numbers(
            StringBuilder out,
            Digits digits,
            RatioEstimate estimate,
            Verdict verdict,
            String word) {
        element(out, "td", "number", digits.ratio(estimate.ratio()));
        element(out, "td", "number", digits.interval(estimate.interval()));
        out.append("<td><span class=\"sign\" aria-hidden=\"true\">");
        out.append(sign(verdict)).append("</span>").append(word).append("</td></tr>\n");
    }

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "●";
            case SLOWER -> "■";
            case SAME -> "❙";
            case UNRESOLVED -> "○";
        };
    }

    static void element(StringBuilder out, String tag, String style, String text) {
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
