package org.pykiln.cli;

import java.util.List;
import java.util.Locale;
import org.pykiln.report.Replay;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;

/// A published comparison beside the own one, for a terminal.
final class ReplayText {
    private ReplayText() {}

    static String of(Replay replay) {
        StringBuilder out = new StringBuilder(replay.title()).append("\n\n");
        for (CandidateComparison candidate : replay.own().candidates()) {
            out.append(replay.sentence(candidate)).append('\n');
            out.append(replay.agreement(candidate)).append("\n\n");
            out.append("  %-28s %9s %7s%n".formatted("", "published", "here"));
            for (Row row : candidate.rows()) {
                double published = replay.published(row).ratio();
                out.append(line(row.name(), published, row.estimate(), row.verdict().label()));
            }
            double mean = replay.publishedGeomean(candidate);
            String verdict = candidate.verdict().label();
            out.append(line("geometric mean", mean, candidate.geomean(), verdict)).append('\n');
            left(out, "only published", replay.onlyPublished(candidate));
        }
        left(out, "only here", replay.onlyOwn());
        replay.cautions().forEach(caution -> paragraph(out, "note: " + caution));
        return out.toString();
    }

    private static String line(String name, double published, RatioEstimate own, String verdict) {
        var interval = own.interval();
        String range =
                interval == null
                        ? ""
                        : String.format(
                                Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
        return String.format(
                Locale.ROOT,
                "  %-28s %8.3fx %6.3fx  %-16s %s%n",
                name,
                published,
                own.ratio(),
                range,
                verdict);
    }

    private static void left(StringBuilder out, String what, List<String> names) {
        if (!names.isEmpty()) {
            paragraph(out, "%s (%d): %s".formatted(what, names.size(), String.join(", ", names)));
        }
    }

    private static void paragraph(StringBuilder out, String text) {
        Columns.wrapped(text, Columns.WIDTH).forEach(line -> out.append(line).append('\n'));
    }
}
