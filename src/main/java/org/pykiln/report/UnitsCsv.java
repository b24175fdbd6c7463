package org.pykiln.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.stats.Density;
import org.pykiln.stats.Interval;

/// The exact numbers behind a raincloud or a step curve, as [CsvTable] writes them.
final class UnitsCsv {

    private UnitsCsv() {}

    /// One line a unit, in the order of the run; what disturbed a unit stands in its line, and it
    /// is no part of the mean.
    static String ofRaincloud(DatapointUnits units) {
        String order = units.rounds() ? "round" : "order";
        var header =
                List.of(
                        "datapoint",
                        "image",
                        order,
                        "process_mean",
                        "image_mean",
                        "low",
                        "high",
                        "bandwidth",
                        "disturbed");
        return text(header, units.images().stream().flatMap(image -> runs(units, image)));
    }

    private static Stream<List<String>> runs(DatapointUnits units, OfImage image) {
        var interval = image.interval();
        var density = Density.of(image.sample().means());
        var end =
                List.of(
                        Double.toString(image.mean()),
                        interval.map(Interval::low).map(Object::toString).orElse(""),
                        interval.map(Interval::high).map(Object::toString).orElse(""),
                        density.map(one -> Double.toString(one.bandwidth())).orElse(""));
        var compared =
                image.units().stream()
                        .map(unit -> CsvTable.join(run(units, image, unit), end, List.of("")));
        var disturbed =
                image.disturbed().stream()
                        .map(one ->
                                CsvTable.join(
                                        run(units, image, one.unit()),
                                        List.of("", "", "", "", one.reason())));
        return Stream.concat(compared, disturbed);
    }

    private static List<String> run(DatapointUnits units, OfImage image, ProcessMean unit) {
        return CsvTable.join(
                names(units, image),
                List.of(Integer.toString(unit.round()), Double.toString(unit.mean())));
    }

    /// One line a step.
    static String ofSteps(DatapointUnits units) {
        var header = List.of("datapoint", "image", "process_mean", "share");
        return text(header, units.images().stream().flatMap(image -> steps(units, image)));
    }

    private static Stream<List<String>> steps(DatapointUnits units, OfImage image) {
        var sorted = image.units().stream().map(ProcessMean::mean).sorted().toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i ->
                        CsvTable.join(
                                names(units, image),
                                List.of(
                                        Double.toString(sorted.get(i)),
                                        Double.toString((i + 1.0) / sorted.size()))));
    }

    private static List<String> names(DatapointUnits units, OfImage image) {
        return List.of(CsvTable.name(units.datapoint()), CsvTable.name(image.image()));
    }

    private static String text(List<String> header, Stream<List<String>> lines) {
        return CsvTable.text(Stream.concat(Stream.of(header), lines));
    }
}
