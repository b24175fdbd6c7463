package org.pykiln.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Results.Measured;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.report.ChartData;
import org.pykiln.report.DatapointUnits;
import org.pykiln.report.DatapointUnits.Disturbed;
import org.pykiln.report.DatapointUnits.OfImage;
import org.pykiln.report.Pareto;
import org.pykiln.report.Pareto.Built;
import org.pykiln.report.Pareto.Ratio;
import org.pykiln.report.Waterfall;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;

/// Gathers from results what charts are drawn from.
public final class ResultCharts {
    private ResultCharts() {}

    /// @param comparison of these results
    public static ChartData of(Results results, Comparison comparison) {
        Optional<Comparison> memory = results.memory(comparison.baseline());
        return new ChartData(
                comparison,
                units(results),
                pareto(results, comparison, memory),
                waterfall(results),
                memory,
                results.variances(comparison));
    }

    private static List<DatapointUnits> units(Results results) {
        boolean rounds = results.ofOneSession();
        Map<String, List<OfImage>> units = new LinkedHashMap<>();
        Map<String, PerfBenchmark> benchmarks = new LinkedHashMap<>();
        for (int i = 0; i < results.images().size(); i++) {
            Measured image = results.images().get(i);
            var samples = SessionResult.samples(image.suite());
            for (PerfBenchmark benchmark : image.suite().benchmarks()) {
                List<ProcessMean> means = samples.getOrDefault(benchmark.name(), List.of());
                boolean positive = means.stream().allMatch(unit -> unit.mean() > 0);
                if (!means.isEmpty() && positive) {
                    benchmarks.putIfAbsent(benchmark.name(), benchmark);
                    units.computeIfAbsent(benchmark.name(), name -> new ArrayList<>())
                            .add(
                                    new OfImage(
                                            image.name(),
                                            i,
                                            ordered(means, rounds),
                                            rounds ? disturbed(benchmark) : List.of()));
                }
            }
        }
        return benchmarks.values().stream()
                .map(benchmark ->
                        new DatapointUnits(
                                benchmark.name(),
                                benchmark.unit(),
                                rounds,
                                units.getOrDefault(benchmark.name(), List.of())))
                .toList();
    }

    private static List<Disturbed> disturbed(PerfBenchmark benchmark) {
        List<Disturbed> disturbed = new ArrayList<>();
        for (PerfRun run : benchmark.valueRuns()) {
            run.metadata()
                    .text(UnitMetadata.DISTURBED)
                    .ifPresent(reason ->
                            disturbed.add(
                                    new Disturbed(
                                            SessionResult.means(List.of(run)).getFirst(), reason)));
        }
        return disturbed;
    }

    /// Numbers of rounds from different sessions are no common order.
    private static List<ProcessMean> ordered(List<ProcessMean> means, boolean rounds) {
        if (rounds) {
            return means;
        }
        List<ProcessMean> numbered = new ArrayList<>();
        means.forEach(unit -> numbered.add(new ProcessMean(numbered.size() + 1, unit.mean())));
        return numbered;
    }

    private static Pareto pareto(
            Results results, Comparison comparison, Optional<Comparison> memory) {
        List<Pareto.Image> images = new ArrayList<>();
        List<String> names = results.images().stream().map(Measured::variant).toList();
        for (String variant : results.variants()) {
            // of several builds the first one tells size and duration
            int number = names.indexOf(variant);
            boolean baseline = variant.equals(comparison.baseline());
            Optional<Ratio> time = baseline ? Optional.of(Ratio.ONE) : ratio(comparison, variant);
            if (time.isPresent()) {
                Optional<Ratio> peak =
                        memory.flatMap(
                                all -> baseline ? Optional.of(Ratio.ONE) : ratio(all, variant));
                var point =
                        new Pareto.Image(
                                variant,
                                number,
                                time.get(),
                                peak,
                                results.images().get(number).receipt().map(ResultCharts::built));
                images.add(baseline ? 0 : images.size(), point);
            }
        }
        return new Pareto(comparison.baseline(), images);
    }

    private static Built built(Receipt receipt) {
        return new Built(
                receipt.bytes(), receipt.seconds(), receipt.steps(), receipt.cachedSteps());
    }

    private static Optional<Ratio> ratio(Comparison comparison, String image) {
        return comparison.candidates().stream()
                .filter(candidate -> candidate.name().equals(image))
                .map(CandidateComparison::geomean)
                .map(ResultCharts::ratio)
                .findFirst();
    }

    private static Ratio ratio(RatioEstimate estimate) {
        return new Ratio(estimate.ratio(), estimate.interval());
    }

    /// The rungs of a ladder are named by their numbers, and their receipts tell the knobs.
    private static Optional<Waterfall> waterfall(Results results) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        for (Measured image : results.images()) {
            boolean next = image.name().startsWith(rungs.size() + "-");
            if (next && image.receipt().isPresent()) {
                rungs.add(new Ladder.Rung(image.name(), image.receipt().get().recipe()));
            }
        }
        if (rungs.size() < 2) {
            return Optional.empty();
        }
        Ladder ladder = Ladder.climbed(rungs);
        if (ladder.steps().stream().anyMatch(step -> step.turns().isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LadderReport.of(
                            results, ladder, name(ladder.first()), name(ladder.last()), List.of()));
        } catch (LabException notOneLadder) {
            return Optional.empty();
        }
    }

    private static String name(Ladder.Rung rung) {
        return rung.name().replaceFirst("^[0-9]+-", "");
    }
}
