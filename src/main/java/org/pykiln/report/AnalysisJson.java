package org.pykiln.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.stats.Row;
import org.pykiln.stats.Summary;

/// A comparison as JSON: what `analyse --json` prints. Names once given here stay.
public final class AnalysisJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnalysisJson() {}

    /// Indented text that ends with a line feed. `low` and `high` are null without an interval.
    public static String of(Comparison comparison) {
        var root = NODES.objectNode();
        root.put("baseline", comparison.baseline());
        root.put("zone", comparison.zone().margin());
        root.put("confidence", RatioEstimate.CONFIDENCE);
        var candidates = root.putArray("candidates");
        comparison.candidates().forEach(c -> candidates.add(candidate(comparison, c)));
        return root.toPrettyString() + "\n";
    }

    static ObjectNode candidate(Comparison comparison, CandidateComparison candidate) {
        var node = NODES.objectNode();
        node.put("name", candidate.name());
        node.put("summary", Summary.of(comparison, candidate));
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
