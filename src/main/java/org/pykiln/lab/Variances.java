package org.pykiln.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.report.Variance;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Levels;
import org.pykiln.stats.Processes;
import org.pykiln.stats.Row;
import org.pykiln.stats.VarianceShares;

/// Where the errors of a comparison come from, at the costs that were seen: seconds of a build from
/// the receipts, of a process and of an iteration from the units.
final class Variances {
    private final Results results;
    private final Map<String, Map<String, Processes>> processes = new LinkedHashMap<>();

    private Variances(Results results) {
        this.results = results;
        for (Measured image : results.images()) {
            processes.put(image.name(), SessionResult.processes(image.suite()));
        }
    }

    /// One for each candidate.
    static List<Variance> of(Results results, Comparison comparison) {
        Variances variances = new Variances(results);
        return comparison.candidates().stream()
                .map(candidate -> variances.of(comparison.baseline(), candidate))
                .toList();
    }

    private Variance of(String baseline, CandidateComparison candidate) {
        List<Measured> left = builds(baseline);
        List<Measured> right = builds(candidate.name());
        double build = buildSeconds(left, right);
        List<VarianceShares> rows = new ArrayList<>();
        for (Row row : candidate.rows()) {
            rows.add(
                    VarianceShares.of(
                            row.name(),
                            processes(left, row.name()),
                            processes(right, row.name()),
                            seconds(row.name(), build, left, right)));
        }
        return new Variance(baseline, candidate.name(), rows);
    }

    private List<Measured> builds(String variant) {
        return results.images().stream().filter(one -> one.variant().equals(variant)).toList();
    }

    private List<Processes> processes(List<Measured> builds, String datapoint) {
        List<Processes> found = new ArrayList<>();
        for (Measured build : builds) {
            Processes of = processes.getOrDefault(build.name(), Map.of()).get(datapoint);
            if (of != null) {
                found.add(results.ofOneSession() ? of : new Processes(of.values(), List.of()));
            }
        }
        return found;
    }

    /// What came from the engine's cache has not shown what a build costs.
    private static double buildSeconds(List<Measured> left, List<Measured> right) {
        return all(left, right).stream()
                .flatMap(image -> image.receipt().stream())
                .filter(receipt -> receipt.cachedSteps() == 0)
                .mapToDouble(Receipt::seconds)
                .average()
                .orElse(0);
    }

    private static List<Measured> all(List<Measured> left, List<Measured> right) {
        List<Measured> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private static Levels seconds(
            String datapoint, double build, List<Measured> left, List<Measured> right) {
        List<PerfRun> runs =
                all(left, right).stream()
                        .flatMap(image -> image.suite().benchmark(datapoint).stream())
                        .map(SessionResult::compared)
                        .flatMap(List::stream)
                        .toList();
        double iteration =
                runs.stream().mapToDouble(Variances::iterationSeconds).average().orElse(0);
        double process = runs.stream().mapToDouble(Variances::overhead).average().orElse(0);
        return new Levels(build, process, iteration);
    }

    private static double iterationSeconds(PerfRun run) {
        return Arrays.stream(run.doubles()).average().orElseThrow() * run.totalLoops();
    }

    /// What a process costs beside its values: start, preparation and warm-up.
    private static double overhead(PerfRun run) {
        double whole =
                run.metadata()
                        .number(UnitMetadata.SECONDS)
                        .orElse(run.metadata().number("duration").orElse(0));
        return Math.max(0, whole - iterationSeconds(run) * run.values().size());
    }
}
