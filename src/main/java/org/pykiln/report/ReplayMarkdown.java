package org.pykiln.report;

import java.util.List;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Verdict;

/// A published comparison beside the own one, as a part of a Markdown report.
final class ReplayMarkdown {

    private ReplayMarkdown() {}

    static void section(StringBuilder out, Replay replay) {
        out.append("\n## Beside: ").append(escape(replay.title())).append("\n\n");
        for (var candidate : replay.own().candidates()) {
            out.append(escape(replay.sentence(candidate) + " " + replay.agreement(candidate)));
            out.append("\n\n");
            table(out, replay, candidate);
            left(out, "Only published", replay.onlyPublished(candidate));
        }
        left(out, "Only measured here", replay.onlyOwn());
        out.append('\n');
        replay.cautions().forEach(line -> out.append("- ").append(escape(line)).append('\n'));
    }

    private static void table(StringBuilder out, Replay replay, CandidateComparison candidate) {
        var digits = Digits.of(replay.own());
        MarkdownReport.line(
                out, List.of("datapoint", "published", "here", "95 % interval", "verdict"));
        out.append("|---|--:|--:|--:|---|\n");
        for (var row : Digits.byEffect(candidate)) {
            line(
                    out,
                    digits,
                    escape(row.name()),
                    replay.published(row).ratio(),
                    row.estimate(),
                    row.verdict());
        }
        line(
                out,
                digits,
                "**geometric mean**",
                replay.publishedGeomean(candidate),
                candidate.geomean(),
                candidate.verdict());
    }

    private static void line(
            StringBuilder out,
            Digits digits,
            String name,
            double published,
            RatioEstimate own,
            Verdict verdict) {
        MarkdownReport.line(
                out,
                List.of(
                        name,
                        digits.ratio(published),
                        digits.ratio(own.ratio()),
                        digits.interval(own.interval()),
                        verdict.label()));
    }

    private static void left(StringBuilder out, String what, List<String> names) {
        if (!names.isEmpty()) {
            out.append('\n').append(what).append(" (").append(names.size()).append("): ");
            out.append(String.join(", ", names.stream().map(ReplayMarkdown::escape).toList()));
            out.append(".\n");
        }
    }

    private static String escape(String text) {
        return MarkdownReport.escape(text);
    }
}
