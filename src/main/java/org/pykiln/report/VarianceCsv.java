package org.pykiln.report;

import java.util.List;
import java.util.stream.Stream;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.VarianceShares;

/// The exact numbers behind a variance chart, one line a datapoint and level, as [CsvTable] writes
/// them. What is not known of the level of builds is empty.
final class VarianceCsv {

    private static final List<String> HEADER =
            List.of(
                    "baseline",
                    "candidate",
                    "datapoint",
                    "level",
                    "share",
                    "error",
                    "variance",
                    "count",
                    "seconds",
                    "next");

    private VarianceCsv() {}

    static String of(List<Variance> variances) {
        var lines =
                variances.stream()
                        .flatMap(variance ->
                                variance.all().stream().flatMap(row -> lines(variance, row)));
        return CsvTable.text(Stream.concat(Stream.of(HEADER), lines));
    }

    private static Stream<List<String>> lines(Variance variance, VarianceShares row) {
        return Stream.of(Level.values())
                .map(level ->
                        CsvTable.join(
                                List.of(
                                        CsvTable.name(variance.baseline()),
                                        CsvTable.name(variance.candidate()),
                                        CsvTable.name(row.name()),
                                        AnalysisJson.code(level)),
                                numbers(row, level)));
    }

    private static List<String> numbers(VarianceShares row, Level level) {
        if (level == Level.BUILD && !row.betweenBuilds()) {
            return List.of("", "", "", "", "", "");
        }
        return List.of(
                Double.toString(row.share(level)),
                Double.toString(row.error().at(level)),
                Double.toString(row.variance().at(level)),
                Double.toString(row.counts().at(level)),
                Double.toString(row.seconds().at(level)),
                Boolean.toString(row.next() == level));
    }
}
