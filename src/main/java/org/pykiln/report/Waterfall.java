package org.pykiln.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.RatioEstimate.Method;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

/// What each step from one recipe to another is worth; [WaterfallHtml], [WaterfallMarkdown],
/// [WaterfallCsv] and [WaterfallJson] are its forms, [WaterfallChart] is its picture.
///
/// All comparisons have one candidate and were corrected together.
///
/// @param title for people
/// @param subtitle such as how much was measured
/// @param from name of the recipe that the steps start from
/// @param to name of the recipe that they lead to
/// @param steps at least one, in order
/// @param whole last rung against the first
/// @param withouts what each step is worth in company of all others; empty if nobody asked
/// @param warnings what makes the numbers less certain, a sentence each
public record Waterfall(
        String title,
        String subtitle,
        String from,
        String to,
        List<Step> steps,
        Comparison whole,
        List<Without> withouts,
        List<String> warnings) {

    private static final int FEWEST_DIGITS = 3;

    public Waterfall {
        steps = List.copyOf(steps);
        withouts = List.copyOf(withouts);
        warnings = List.copyOf(warnings);
    }

    /// A knob that is turned, as preset files write it.
    public record Turn(String knob, String from, String to) {
        /// Such as `opt-level -O2 → -O3`.
        public String text() {
            return "%s %s → %s".formatted(knob, from, to);
        }
    }

    /// @param turns at least one
    /// @param reasons why there are several, a sentence each
    /// @param comparison the rung that the step leads to against the one before
    public record Step(List<Turn> turns, List<String> reasons, Comparison comparison) {
        public Step {
            turns = List.copyOf(turns);
            reasons = List.copyOf(reasons);
        }

        public CandidateComparison candidate() {
            return only(comparison);
        }

        RatioEstimate estimate() {
            return candidate().geomean();
        }
    }

    /// The last rung against itself with one step turned back.
    ///
    /// @param step its index
    /// @param comparison empty where there is none
    /// @param obstacle why there is none, a sentence; else empty
    public record Without(int step, Optional<Comparison> comparison, String obstacle) {}

    /// The one candidate of a comparison.
    static CandidateComparison only(Comparison comparison) {
        return comparison.candidates().getFirst();
    }

    public CandidateComparison last() {
        return only(whole);
    }

    /// Time in units of the first rung's: before the first step, and after each.
    public List<Double> levels() {
        List<Double> levels = new ArrayList<>(List.of(1.0));
        for (Step step : steps) {
            levels.add(levels.getLast() * step.estimate().ratio());
        }
        return levels;
    }

    /// The comparison of the whole as a sentence, under the names of the recipes.
    public String sentence() {
        return Summary.of(named(whole, from, to), only(named(whole, from, to)));
    }

    /// One sentence a step.
    List<String> sentences() {
        return steps.stream()
                .map(step -> {
                    String knobs =
                            String.join(", ", step.turns().stream().map(Turn::text).toList());
                    return knobs + ": " + Summary.of(step.comparison(), step.candidate());
                })
                .toList();
    }

    /// What a reader has to know before believing a number.
    public List<String> cautions() {
        var cautions = new ArrayList<>(warnings);
        var rows = steps.stream().flatMap(step -> step.candidate().rows().stream()).toList();
        if (rows.stream().anyMatch(row -> row.estimate().method() == Method.INDEPENDENT)) {
            cautions.add(
                    "Fewer than six rounds are shared by all rungs on some datapoints, which are not"
                            + " paired by round: drift of the machine widens their intervals.");
        }
        var alone =
                rows.stream()
                        .filter(row -> row.estimate().interval() == null)
                        .map(Row::name)
                        .distinct()
                        .toList();
        if (!alone.isEmpty()) {
            cautions.add(
                    "Measured in a single process, so without interval: %s."
                            .formatted(String.join(", ", alone)));
        }
        return cautions;
    }

    /// Names of the datapoints of all steps.
    List<String> datapoints() {
        return last().rows().stream().map(Row::name).toList();
    }

    /// A datapoint in a comparison of the ladder, which all have the same.
    static Row row(CandidateComparison candidate, String datapoint) {
        return candidate.rows().stream()
                .filter(row -> row.name().equals(datapoint))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison named(Comparison comparison, String baseline, String name) {
        var candidate = only(comparison);
        return new Comparison(
                baseline,
                comparison.zone(),
                List.of(
                        new CandidateComparison(
                                name,
                                candidate.geomean(),
                                candidate.adjustedP(),
                                candidate.verdict(),
                                candidate.rows(),
                                candidate.unmatched())));
    }

    /// One precision for all that is shown. A step of one per cent is worth knowing, so there are
    /// digits enough to see its interval.
    Digits digits() {
        var all =
                Stream.of(
                                steps.stream().map(Step::comparison),
                                Stream.of(whole),
                                withouts.stream().flatMap(one -> one.comparison().stream()))
                        .flatMap(comparisons -> comparisons)
                        .map(Waterfall::only)
                        .toList();
        var digits = Digits.of(new Comparison(whole.baseline(), whole.zone(), all));
        return new Digits(Math.max(FEWEST_DIGITS, digits.behindPoint()));
    }

    /// How the numbers came about, in sentences.
    List<String> method() {
        return List.of(
                "Step: each rung against the one before it, all measured in one interleaved session."
                        + " Ratio: mean time after the step / mean time before it; below 1 the step"
                        + " makes it faster.",
                "The ratios of the steps multiply to the ratio of the whole: every rung enters both"
                        + " of its comparisons with the same mean.",
                "Interval: 95 %, of the ratio. Paired by round where at least six rounds are shared,"
                        + " else Welch's. It speaks of these builds: another build of the same recipe,"
                        + " above all with PGO, is a new draw.",
                "Verdict: same, if the interval lies within ±"
                        + Digits.percent(whole.zone().margin())
                        + " %; faster or slower, if the difference survives the correction for all"
                        + " steps and datapoints (weighted Holm, 5 % for the whole ladder); else not"
                        + " resolved.",
                "What a knob is worth depends on those that were turned before it. Another --order"
                        + " shows another path; --leave-one-out shows what each step is worth in the"
                        + " company of all others.");
    }
}
