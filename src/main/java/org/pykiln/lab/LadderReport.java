package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.lab.Results.Measured;
import org.pykiln.report.Palette;
import org.pykiln.report.Plot;
import org.pykiln.report.Svg;
import org.pykiln.report.Waterfall;
import org.pykiln.report.WaterfallChart;
import org.pykiln.report.WaterfallCsv;
import org.pykiln.report.WaterfallHtml;
import org.pykiln.report.WaterfallJson;
import org.pykiln.report.WaterfallMarkdown;
import org.pykiln.stats.Attribution;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.EquivalenceZone;
import org.pykiln.stats.Measurements;
import org.pykiln.workspace.AtomicFiles;

/// What came out of a ladder, as files for people and for scripts.
public final class LadderReport {
    private LadderReport() {}

    /// Writes `ladder.html`, `ladder.svg`, `ladder.md`, `ladder.csv` and `ladder.json` into the
    /// folder.
    public static void write(Waterfall waterfall, Path folder) throws IOException {
        AtomicFiles.write(folder.resolve("ladder.html"), WaterfallHtml.of(waterfall));
        AtomicFiles.write(
                folder.resolve("ladder.svg"),
                Svg.standalone(WaterfallChart.of(waterfall, Plot.PAGE_WIDTH), Palette.LIGHT));
        AtomicFiles.write(folder.resolve("ladder.md"), WaterfallMarkdown.of(waterfall));
        AtomicFiles.write(folder.resolve("ladder.csv"), WaterfallCsv.of(waterfall));
        AtomicFiles.write(folder.resolve("ladder.json"), WaterfallJson.of(waterfall));
    }

    /// @param results of a session over all subjects of the ladder
    /// @param from name of the recipe that it starts from
    /// @param to name of the recipe that it leads to
    /// @param withouts those that were measured too, or cannot be
    /// @throws LabException when a rung was not measured, or shares no datapoint with the others
    public static Waterfall of(
            Results results, Ladder ladder, String from, String to, List<Without> withouts) {
        List<Measurements> chain =
                ladder.rungs().stream().map(rung -> results.measurements(rung.name())).toList();
        List<Without> apart = apart(results, ladder, withouts);
        List<Attribution.Pair> pairs =
                apart.stream()
                        .map(without ->
                                new Attribution.Pair(
                                        results.measurements(rung(without).name()),
                                        chain.getLast()))
                        .toList();
        Attribution attribution;
        try {
            attribution = Attribution.of(chain, pairs, EquivalenceZone.ONE_PERCENT);
        } catch (IllegalArgumentException nothingInCommon) {
            throw LabException.badInput(String.valueOf(nothingInCommon.getMessage()));
        }
        return new Waterfall(
                "From %s to %s".formatted(from, to),
                subtitle(ladder, chain.getFirst()),
                from,
                to,
                steps(ladder, attribution),
                attribution.whole(),
                withouts.stream()
                        .map(without -> without(ladder, attribution, apart, without))
                        .toList(),
                warnings(results, attribution));
    }

    private static String subtitle(Ladder ladder, Measurements first) {
        int datapoints = first.datapoints().size();
        return "What was each flag worth? %d %s, %d %s, one interleaved session"
                .formatted(
                        ladder.steps().size(),
                        ladder.steps().size() == 1 ? "step" : "steps",
                        datapoints,
                        datapoints == 1 ? "datapoint" : "datapoints");
    }

    /// Those that were measured and are no rung: the last rung without the last step is the rung
    /// before it, and its comparison that step.
    private static List<Without> apart(Results results, Ladder ladder, List<Without> withouts) {
        List<String> measured = results.images().stream().map(Measured::name).toList();
        return withouts.stream()
                .filter(without -> without.rung().isPresent())
                .filter(without -> !ladder.rungs().contains(rung(without)))
                .filter(without -> measured.contains(rung(without).name()))
                .toList();
    }

    private static Rung rung(Without without) {
        return without.rung().orElseThrow();
    }

    private static List<Waterfall.Step> steps(Ladder ladder, Attribution attribution) {
        List<Waterfall.Step> steps = new ArrayList<>();
        for (int i = 0; i < ladder.steps().size(); i++) {
            Ladder.Step step = ladder.steps().get(i);
            steps.add(
                    new Waterfall.Step(
                            step.turns().stream()
                                    .map(turn ->
                                            new Waterfall.Turn(
                                                    turn.knob().id(), turn.from(), turn.to()))
                                    .toList(),
                            step.reasons(),
                            attribution.steps().get(i)));
        }
        return steps;
    }

    private static Waterfall.Without without(
            Ladder ladder, Attribution attribution, List<Without> apart, Without without) {
        if (without.rung().isEmpty()) {
            return new Waterfall.Without(without.step(), Optional.empty(), without.obstacle());
        }
        if (ladder.rungs().contains(rung(without))) {
            Comparison last = attribution.steps().getLast();
            return new Waterfall.Without(without.step(), Optional.of(last), "");
        }
        int index = apart.indexOf(without);
        return index < 0
                ? new Waterfall.Without(without.step(), Optional.empty(), "It was not measured.")
                : new Waterfall.Without(
                        without.step(), Optional.of(attribution.others().get(index)), "");
    }

    private static List<String> warnings(Results results, Attribution attribution) {
        List<String> warnings = new ArrayList<>(results.warnings());
        if (!attribution.leftOut().isEmpty()) {
            warnings.add(
                    "Not measured on all rungs, and left out of all steps: %s."
                            .formatted(String.join(", ", attribution.leftOut())));
        }
        return warnings;
    }
}
