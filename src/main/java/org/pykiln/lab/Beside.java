package org.pykiln.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.pykiln.pyperf.PerfFile;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.pyperf.ReferenceResults.Reference;
import org.pykiln.report.Replay;
import org.pykiln.report.Replay.Published;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Measurements;
import org.pykiln.stats.Sample;

/// Puts a published comparison of two interpreters beside own results, by the names of datapoints.
/// None of the names that were published in 2020 has changed since, so there is no list of renamed
/// ones.
record Beside(Reference reference, Results results) {
    Replay replay(Optional<String> baseline) {
        SequencedMap<String, Published> published = published();
        List<String> onlyOwn =
                results.images().stream()
                        .flatMap(image -> image.suite().names().stream())
                        .distinct()
                        .filter(name -> !published.containsKey(name))
                        .toList();
        if (results.images().stream()
                .anyMatch(image ->
                        image.suite().names().stream().noneMatch(published::containsKey))) {
            throw LabException.badInput(
                    "nothing of \"%s\" was measured on every image; its benchmarks are %s"
                            .formatted(reference.title(), String.join(", ", published.keySet())));
        }
        Comparison own =
                results.comparison(baseline, measurements -> narrowed(measurements, published));
        return new Replay(reference.title(), reference.source(), own, published, onlyOwn);
    }

    private static Measurements narrowed(
            Measurements measurements, SequencedMap<String, Published> published) {
        SequencedMap<String, Sample> common = new LinkedHashMap<>(measurements.datapoints());
        common.keySet().retainAll(published.keySet());
        return new Measurements(measurements.name(), common);
    }

    private SequencedMap<String, Published> published() {
        List<PerfSuite> suites = reference.open().stream().map(PerfFile::suite).toList();
        SequencedMap<String, Published> published = new LinkedHashMap<>();
        for (String name : suites.getFirst().names()) {
            if (suites.getLast().benchmark(name).isPresent()) {
                double baseline = mean(suites.getFirst(), name);
                published.put(name, new Published(baseline, mean(suites.getLast(), name)));
            }
        }
        return published;
    }

    private static double mean(PerfSuite suite, String name) {
        return Arrays.stream(suite.benchmark(name).orElseThrow().doubles()).average().orElseThrow();
    }
}
