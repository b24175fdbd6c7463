package org.pykiln.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.Levels.Level;
import org.pykiln.stats.Quantity;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;
import org.pykiln.stats.VarianceShares;
import org.pykiln.stats.VarianceSummary;

/// A comparison as JSON: what `analyse --json` prints. Names once given here stay; what nobody
/// asked for is absent.
public final class AnalysisJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode root;

    private AnalysisJson(ObjectNode root) {
        this.root = root;
    }

    /// `low` and `high` are null without an interval.
    ///
    /// @param warnings what makes the numbers less certain, a sentence each
    public static AnalysisJson of(Comparison comparison, List<String> warnings) {
        var root = comparison(comparison, Quantity.TIME);
        warnings.forEach(root.putArray("warnings")::add);
        return new AnalysisJson(root);
    }

    /// With where the errors come from: shares of the variance of the logarithm of each ratio,
    /// standard deviations as a share of the mean, and what to repeat next.
    public AnalysisJson withVariances(List<Variance> variances) {
        var array = root.putArray("variance");
        for (var variance : variances) {
            var node = array.addObject();
            node.put("candidate", variance.candidate());
            node.put("sentence", variance.sentence());
            node.set("suite", shares(variance.suite()));
            var rows = node.putArray("rows");
            variance.rows().forEach(row -> rows.add(shares(row)));
        }
        return this;
    }

    /// With peak memory: as the comparison itself, means in bytes, verdicts `smaller` and `larger`;
    /// null where it is not known.
    public AnalysisJson withMemory(Optional<Comparison> memory) {
        root.set(
                "memory",
                memory.map(known -> comparison(known, Quantity.MEMORY))
                        .<JsonNode>map(node -> node)
                        .orElse(NODES.nullNode()));
        return this;
    }

    /// With what a knob is worth.
    public AnalysisJson withKnob(KnobEffect effect) {
        var knob = root.putObject("knob");
        knob.put("id", effect.knob());
        knob.put("sentence", effect.sentence());
        var groups = knob.putArray("groups");
        for (var group : effect.groups()) {
            var images = groups.addObject().put("value", group.value()).putArray("images");
            group.images().forEach(images::add);
        }
        var pairs = knob.putArray("pairs");
        for (var pair : effect.pairs()) {
            var node = pairs.addObject();
            node.put("from", pair.from());
            node.put("to", pair.to());
            node.put("baseline", pair.comparison().baseline());
            node.setAll(candidate(pair.comparison(), pair.candidate()));
        }
        knob.put("differing_in_more", effect.confounded());
        effect.leftOut().forEach(knob.putArray("left_out")::add);
        return this;
    }

    /// Indented text that ends with a line feed.
    public String text() {
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

    private static ObjectNode comparison(Comparison comparison, Quantity quantity) {
        var root = NODES.objectNode();
        root.put("baseline", comparison.baseline());
        root.put("zone", comparison.zone().margin());
        root.put("confidence", RatioEstimate.CONFIDENCE);
        var candidates = root.putArray("candidates");
        comparison.candidates().forEach(c -> candidates.add(candidate(comparison, c, quantity)));
        return root;
    }

    static ObjectNode candidate(Comparison comparison, CandidateComparison candidate) {
        return candidate(comparison, candidate, Quantity.TIME);
    }

    private static ObjectNode candidate(
            Comparison comparison, CandidateComparison candidate, Quantity quantity) {
        var node = NODES.objectNode();
        node.put("name", candidate.name());
        node.put("summary", Summary.of(comparison, candidate, quantity));
        node.put("speaks_of", candidate.builds().speakOfRecipes() ? "recipes" : "images");
        node.put("baseline_builds", candidate.builds().baseline());
        node.put("candidate_builds", candidate.builds().candidate());
        var geomean = node.putObject("geomean");
        estimate(geomean, candidate.geomean());
        geomean.put("verdict", quantity.code(candidate.verdict()));
        geomean.put("adjusted_p", candidate.adjustedP());
        geomean.put("method", code(candidate.geomean().method()));
        var rows = node.putArray("rows");
        candidate.rows().forEach(row -> rows.add(row(row, quantity)));
        var unmatched = node.putArray("unmatched");
        candidate.unmatched().forEach(unmatched::add);
        return node;
    }

    private static ObjectNode row(Row row, Quantity quantity) {
        var node = NODES.objectNode();
        node.put("name", row.name());
        estimate(node, row.estimate());
        node.put("verdict", quantity.code(row.verdict()));
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
