package org.pykiln.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pykiln.report.Pareto.Built;
import org.pykiln.report.Pareto.Cost;
import org.pykiln.report.Pareto.Image;
import org.pykiln.report.Pareto.Ratio;

/// The exact numbers behind a Pareto chart, one line an image, as [CsvTable] writes them.
final class ParetoCsv {

    private static final List<String> HEADER =
            List.of(
                    "baseline",
                    "image",
                    "time_ratio",
                    "time_low",
                    "time_high",
                    "memory_ratio",
                    "memory_low",
                    "memory_high",
                    "bytes",
                    "build_seconds",
                    "steps",
                    "cached_steps",
                    "front_size",
                    "front_memory",
                    "front_build");

    private ParetoCsv() {}

    static String of(Pareto pareto) {
        var lines = pareto.images().stream().map(image -> line(pareto, image));
        return CsvTable.text(Stream.concat(Stream.of(HEADER), lines));
    }

    private static List<String> line(Pareto pareto, Image image) {
        return CsvTable.join(
                List.of(CsvTable.name(pareto.baseline()), CsvTable.name(image.name())),
                ratio(Optional.of(image.time())),
                ratio(image.memory()),
                built(image.built()),
                Stream.of(Cost.values()).map(cost -> front(pareto, image, cost)).toList());
    }

    private static List<String> ratio(Optional<Ratio> ratio) {
        var interval = ratio.map(Ratio::interval);
        return List.of(
                ratio.map(one -> Double.toString(one.ratio())).orElse(""),
                interval.map(one -> Double.toString(one.low())).orElse(""),
                interval.map(one -> Double.toString(one.high())).orElse(""));
    }

    private static List<String> built(Optional<Built> built) {
        return List.of(
                built.map(one -> Long.toString(one.bytes())).orElse(""),
                built.map(one -> Double.toString(one.seconds())).orElse(""),
                built.map(one -> Integer.toString(one.steps())).orElse(""),
                built.map(one -> Integer.toString(one.cachedSteps())).orElse(""));
    }

    private static String front(Pareto pareto, Image image, Cost cost) {
        return cost.of(image).isEmpty() ? "" : Boolean.toString(pareto.front(cost).contains(image));
    }
}
