package org.pykiln.report;

import java.util.List;
import java.util.stream.Stream;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.VarianceShares;
import org.pykiln.stats.VarianceSummary;

/// Where the errors of one candidate's ratios come from. [VarianceChart] is its picture.
///
/// @param baseline name of the variant
/// @param candidate name of the variant
/// @param rows a datapoint each, at least one
public record Variance(String baseline, String candidate, List<VarianceShares> rows) {
    public Variance {
        rows = List.copyOf(rows);
    }

    /// All datapoints together: shares of the sum of their errors' variances.
    public VarianceShares suite() {
        return VarianceShares.together("all datapoints", rows);
    }

    /// The rows, and the suite where there are several.
    List<VarianceShares> all() {
        return rows.size() == 1 ? rows : Stream.concat(rows.stream(), Stream.of(suite())).toList();
    }

    /// What the suite says.
    public String sentence() {
        return VarianceSummary.of(all().getLast());
    }

    String heading() {
        return "Where the error of %s / %s comes from".formatted(candidate, baseline);
    }

    /// For a terminal.
    public String text() {
        var out = new StringBuilder(heading()).append(" (shares of its variance)\n");
        out.append(line("", "builds", "processes", "iterations", "repeat next"));
        for (var row : all()) {
            out.append(
                    line(
                            row.name(),
                            row.betweenBuilds() ? percent(row, Level.BUILD) : "not known",
                            percent(row, Level.PROCESS),
                            percent(row, Level.ITERATION),
                            VarianceSummary.repeat(row)));
        }
        return out.append(sentence()).append("\n").toString();
    }

    private static String percent(VarianceShares row, Level level) {
        return VarianceSummary.percent(row.share(level));
    }

    private static String line(String name, String... cells) {
        return "  %-28s %10s %10s %10s   %s%n"
                .formatted(name, cells[0], cells[1], cells[2], cells[3]);
    }
}
