package org.pykiln.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfSuite;

/// Which extension modules of third-party packages images have loaded.
final class LoadedExtensions {
    private LoadedExtensions() {}

    /// @param suites by name of the image
    /// @return a warning for each datapoint that had others on one image than on another
    static List<String> differences(Map<String, PerfSuite> suites) {
        Map<String, Map<String, Set<String>>> byDatapoint = new LinkedHashMap<>();
        suites.forEach((image, suite) -> {
            for (PerfBenchmark benchmark : suite.benchmarks()) {
                Set<String> loaded = loaded(benchmark);
                if (!loaded.isEmpty()) {
                    byDatapoint
                            .computeIfAbsent(benchmark.name(), name -> new LinkedHashMap<>())
                            .put(image, loaded);
                }
            }
        });
        List<String> warnings = new ArrayList<>();
        byDatapoint.forEach((datapoint, byImage) -> {
            if (Set.copyOf(byImage.values()).size() > 1) {
                List<String> each = new ArrayList<>();
                byImage.forEach(
                        (image, loaded) -> each.add(String.join(" or ", loaded) + " on " + image));
                warnings.add(
                        "%s did not load the same extension modules everywhere: %s."
                                .formatted(datapoint, String.join("; ", each)));
            }
        });
        return warnings;
    }

    private static Set<String> loaded(PerfBenchmark benchmark) {
        Set<String> loaded = new TreeSet<>();
        benchmark
                .valueRuns()
                .forEach(
                        run -> run.metadata().text(UnitMetadata.EXTENSIONS).ifPresent(loaded::add));
        return loaded;
    }
}
