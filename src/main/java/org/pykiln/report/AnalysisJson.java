package org.pykiln.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;
import org.pykiln.stats.VarianceShares;
import org.pykiln.stats.VarianceSummary;

/// A comparison as JSON: what `analyse --json` prints. Names once given here stay.
public final class AnalysisJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnalysisJson() {}

    /// Indented text that ends with a line feed. `low` and `high` are null without an interval.
    public static String of(Comparison comparison) {
        return root(comparison).toPrettyString() + "\n";
    }

    /// As above, with where the errors come from: shares of the variance of the logarithm of each
    /// ratio, standard deviations as a share of the mean, and what to repeat next.
    public static String of(Comparison comparison, List<Variance> variances) {
        var root = root(comparison);
        var array = root.putArray("variance");
        for (var variance : variances) {
            var node = array.addObject();
            node.put("candidate", variance.candidate());
            node.put("sentence", variance.sentence());
            node.set("suite", shares(variance.suite()));
            var rows = node.putArray("rows");
            variance.rows().forEach(row -> rows.add(shares(row)));
        }
        return root.toPrettyString() + "\n";
    }

    /// `build` is null where it is not known.
    private static ObjectNode shares(VarianceShares row) {
        var node = NODES.objectNode();
        node.put("name", row.name());
        var shares = node.putObject("shares");
        var deviations = node.putObject("deviations");
        var counts = node.putObject("counts");
        var seconds = node.putObject("seconds");
        for (var level : Level.values()) {
            if (VarianceSummary.levels(row).contains(level)) {
                shares.put(code(level), row.share(level));
                deviations.put(code(level), Math.sqrt(row.variance().at(level)));
            } else {
                shares.putNull(code(level));
                deviations.putNull(code(level));
            }
            counts.put(code(level), row.counts().at(level));
            seconds.put(code(level), row.seconds().at(level));
        }
        node.put("repeat", code(row.next()));
        return node;
    }

    private static ObjectNode root(Comparison comparison) {
        var root = NODES.objectNode();
        root.put("baseline", comparison.baseline());
        root.put("zone", comparison.zone().margin());
        root.put("confidence", RatioEstimate.CONFIDENCE);
        var candidates = root.putArray("candidates");
        comparison.candidates().forEach(c -> candidates.add(candidate(comparison, c)));
        return root;
    }

    static ObjectNode candidate(Comparison comparison, CandidateComparison candidate) {
        var node = NODES.objectNode();
        node.put("name", candidate.name());
        node.put("summary", Summary.of(comparison, candidate));
        node.put("speaks_of", candidate.builds().speakOfRecipes() ? "recipes" : "images");
        node.put("baseline_builds", candidate.builds().baseline());
        node.put("candidate_builds", candidate.builds().candidate());
        var geomean = node.putObject("geomean");
        estimate(geomean, candidate.geomean());
        geomean.put("verdict", code(candidate.verdict()));
        geomean.put("adjusted_p", candidate.adjustedP());
        geomean.put("method", code(candidate.geomean().method()));
        var rows = node.putArray("rows");
        candidate.rows().forEach(row -> rows.add(row(row)));
        var unmatched = node.putArray("unmatched");
        candidate.unmatched().forEach(unmatched::add);
        return node;
    }

    private static ObjectNode row(Row row) {
        var node = NODES.objectNode();
        node.put("name", row.name());
        estimate(node, row.estimate());
        node.put("verdict", code(row.verdict()));
        node.put("adjusted_p", row.adjustedP());
        node.put("method", code(row.estimate().method()));
        node.put("baseline_mean", row.baselineMean());
        node.put("candidate_mean", row.candidateMean());
        node.put("baseline_units", row.baselineUnits());
        node.put("candidate_units", row.candidateUnits());
        return node;
    }

    private static void estimate(ObjectNode node, RatioEstimate estimate) {
        var interval = estimate.interval();
        node.put("ratio", estimate.ratio());
        if (interval == null) {
            node.putNull("low");
            node.putNull("high");
        } else {
            node.put("low", interval.low());
            node.put("high", interval.high());
        }
    }

    /// The word for scripts: "faster", "paired_by_round".
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
