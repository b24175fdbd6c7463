package org.pykiln.report;

import java.util.List;
import org.pykiln.stats.CandidateComparison;

/// A published comparison beside the own one, as a part of an HTML report.
final class ReplayHtml {

    private ReplayHtml() {}

    static void section(StringBuilder out, Replay replay) {
        HtmlPage.element(out, "h2", "", "Beside: " + replay.title());
        for (var candidate : replay.own().candidates()) {
            HtmlPage.element(
                    out, "p", "", replay.sentence(candidate) + " " + replay.agreement(candidate));
            table(out, replay, candidate);
            left(out, "Only published", replay.onlyPublished(candidate));
        }
        left(out, "Only measured here", replay.onlyOwn());
        out.append("<ul class=\"method\">\n");
        replay.cautions().forEach(caution -> HtmlPage.element(out, "li", "", caution));
        out.append("</ul>\n");
    }

    private static void table(StringBuilder out, Replay replay, CandidateComparison candidate) {
        var digits = Digits.of(replay.own());
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        HtmlPage.element(out, "th", "", "datapoint");
        HtmlPage.element(out, "th", "number", "published");
        HtmlPage.element(out, "th", "number", "here");
        HtmlPage.element(out, "th", "number", "95 % interval");
        HtmlPage.element(out, "th", "", "verdict");
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : Digits.byEffect(candidate)) {
            out.append("<tr class=\"v-").append(AnalysisJson.code(row.verdict())).append("\">");
            HtmlPage.element(out, "td", "", row.name());
            HtmlPage.element(out, "td", "number", digits.ratio(replay.published(row).ratio()));
            HtmlPage.numbers(out, digits, row.estimate(), row.verdict());
        }
        out.append("</tbody>\n<tbody><tr class=\"total v-");
        out.append(AnalysisJson.code(candidate.verdict())).append("\">");
        HtmlPage.element(out, "td", "", "geometric mean");
        HtmlPage.element(out, "td", "number", digits.ratio(replay.publishedGeomean(candidate)));
        HtmlPage.numbers(out, digits, candidate.geomean(), candidate.verdict());
        out.append("</tbody>\n</table></div>\n");
    }

    private static void left(StringBuilder out, String what, List<String> names) {
        if (!names.isEmpty()) {
            HtmlPage.element(
                    out,
                    "p",
                    "muted",
                    "%s (%d): %s.".formatted(what, names.size(), String.join(", ", names)));
        }
    }
}
