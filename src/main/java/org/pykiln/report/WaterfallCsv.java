package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pykiln.report.Waterfall.Step;
import org.pykiln.report.Waterfall.Turn;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Row;

/// The exact numbers of a waterfall as comma-separated values (RFC 4180): for each step, for the
/// whole and for each step turned back one line a datapoint and one for the geometric mean. What
/// does not exist is empty; a name that starts with one of `=+-@` has an apostrophe before it.
public final class WaterfallCsv {

    private static final List<String> HEADER =
            CsvTable.join(
                    List.of("kind", "step", "knobs", "before", "after", "datapoint"),
                    CsvTable.NUMBERS,
                    CsvTable.meansOf("before", "after"),
                    List.of("level"),
                    CsvTable.TERMS);

    private WaterfallCsv() {}

    /// The table with its header line; lines end with CR LF.
    public static String of(Waterfall waterfall) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (int i = 0; i < waterfall.steps().size(); i++) {
            var step = waterfall.steps().get(i);
            add(
                    lines,
                    List.of("step", Integer.toString(i + 1), knobs(step)),
                    step.comparison(),
                    Double.toString(waterfall.levels().get(i + 1)));
        }
        add(lines, List.of("whole", "", ""), waterfall.whole(), "");
        for (var without : waterfall.withouts()) {
            String knobs = knobs(waterfall.steps().get(without.step()));
            String number = Integer.toString(without.step() + 1);
            without.comparison()
                    .ifPresent(one -> add(lines, List.of("without", number, knobs), one, ""));
        }
        return lines.stream().map(CsvTable::line).collect(Collectors.joining());
    }

    /// @param level the time after a step in units of the first rung's, on its last line
    private static void add(
            List<List<String>> lines, List<String> start, Comparison comparison, String level) {
        var terms = CsvTable.terms(comparison);
        var candidate = Waterfall.only(comparison);
        var pair =
                CsvTable.join(
                        start,
                        List.of(
                                CsvTable.name(comparison.baseline()),
                                CsvTable.name(candidate.name())));
        candidate
                .rows()
                .forEach(row -> lines.add(CsvTable.join(line(pair, row), List.of(""), terms)));
        lines.add(CsvTable.join(total(pair, candidate), List.of(level), terms));
    }

    private static List<String> line(List<String> start, Row row) {
        return CsvTable.join(
                start,
                List.of(CsvTable.name(row.name())),
                CsvTable.numbers(row.estimate(), row.verdict(), row.adjustedP()),
                CsvTable.means(row));
    }

    private static List<String> total(List<String> start, CandidateComparison candidate) {
        return CsvTable.join(
                start,
                List.of("geometric mean"),
                CsvTable.numbers(candidate.geomean(), candidate.verdict(), candidate.adjustedP()),
                List.of("", "", "", ""));
    }

    private static String knobs(Step step) {
        return CsvTable.name(
                step.turns().stream().map(Turn::text).collect(Collectors.joining("; ")));
    }
}
