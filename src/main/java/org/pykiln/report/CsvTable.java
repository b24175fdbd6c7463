package org.pykiln.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Verdict;

/// The exact numbers behind a chart as comma-separated values (RFC 4180), one line a datapoint and
/// candidate; zone and confidence are shares: 0.01 is a band of ±1 %. What does not exist is empty;
/// a name that starts with one of `=+-@` has an apostrophe before it.
public final class CsvTable {

    /// Of [#numbers].
    static final List<String> NUMBERS =
            List.of("ratio", "low", "high", "verdict", "adjusted_p", "method");

    /// Of [#terms].
    static final List<String> TERMS = List.of("zone", "confidence");

    private static final List<String> HEADER =
            join(
                    List.of("baseline", "candidate", "kind", "datapoint"),
                    NUMBERS,
                    meansOf("baseline", "candidate"),
                    TERMS);

    private CsvTable() {}

    /// The table with its header line; lines end with CR LF.
    public static String of(Comparison comparison) {
        return of(comparison, Quantity.TIME);
    }

    /// @param quantity that was compared
    public static String of(Comparison comparison, Quantity quantity) {
        return text(Stream.concat(Stream.of(HEADER), lines(comparison, quantity)));
    }

    /// The wanted rows alone; a column `filter` says on every line that it is not all of them.
    public static String of(Comparison comparison, Quantity quantity, RowFilter filter) {
        if (filter.isAll()) {
            return of(comparison, quantity);
        }
        var words = List.of(filter.words(comparison, quantity));
        return text(
                Stream.concat(
                        Stream.of(join(HEADER, List.of("filter"))),
                        lines(filter.of(comparison), quantity).map(line -> join(line, words))));
    }

    private static Stream<List<String>> lines(Comparison comparison, Quantity quantity) {
        return comparison.candidates().stream()
                .flatMap(candidate -> lines(comparison.baseline(), candidate, quantity))
                .map(line -> join(line, terms(comparison)));
    }

    static String text(Stream<List<String>> lines) {
        return lines.map(CsvTable::line).collect(Collectors.joining());
    }

    private static Stream<List<String>> lines(
            String baseline, CandidateComparison candidate, Quantity quantity) {
        var start = List.of(name(baseline), name(candidate.name()));
        var rows = Digits.byEffect(candidate).stream().map(row -> line(start, row, quantity));
        var total =
                join(
                        start,
                        List.of("geomean", "geometric mean"),
                        numbers(
                                candidate.geomean(),
                                quantity.code(candidate.verdict()),
                                candidate.adjustedP()),
                        List.of("", "", "", ""));
        return Stream.concat(rows, Stream.of(total));
    }

    private static List<String> line(List<String> start, Row row, Quantity quantity) {
        return join(
                start,
                List.of("datapoint", name(row.name())),
                numbers(row.estimate(), quantity.code(row.verdict()), row.adjustedP()),
                means(row));
    }

    /// What the verdicts were taken with, the same on every line.
    static List<String> terms(Comparison comparison) {
        return List.of(
                Double.toString(comparison.zone().margin()),
                Double.toString(RatioEstimate.CONFIDENCE));
    }

    /// What the [#means] are called.
    static List<String> meansOf(String baseline, String candidate) {
        return List.of(
                baseline + "_mean", candidate + "_mean", baseline + "_units", candidate + "_units");
    }

    static List<String> means(Row row) {
        return List.of(
                Double.toString(row.baselineMean()),
                Double.toString(row.candidateMean()),
                Integer.toString(row.baselineUnits()),
                Integer.toString(row.candidateUnits()));
    }

    static List<String> numbers(RatioEstimate estimate, Verdict verdict, double p) {
        return numbers(estimate, Quantity.TIME.code(verdict), p);
    }

    private static List<String> numbers(RatioEstimate estimate, String verdict, double p) {
        var interval = estimate.interval();
        return List.of(
                Double.toString(estimate.ratio()),
                interval == null ? "" : Double.toString(interval.low()),
                interval == null ? "" : Double.toString(interval.high()),
                verdict,
                Double.toString(p),
                AnalysisJson.code(estimate.method()));
    }

    @SafeVarargs
    static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    static String line(List<String> fields) {
        return fields.stream().map(CsvTable::field).collect(Collectors.joining(",")) + "\r\n";
    }

    /// A spreadsheet would run a name that starts like a formula.
    static String name(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
