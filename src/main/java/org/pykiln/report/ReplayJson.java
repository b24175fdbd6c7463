package org.pykiln.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Row;

/// A published comparison beside the own one as JSON: what `replay --json` prints. Names once given
/// here stay.
public final class ReplayJson {

    private ReplayJson() {}

    /// Indented text that ends with a line feed. A candidate is written as `analyse --json` writes
    /// it; its geometric mean and each row have `published` beside the own `ratio`.
    public static String of(Replay replay) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("title", replay.title());
        root.put("baseline", replay.own().baseline());
        ArrayNode candidates = root.putArray("candidates");
        for (var candidate : replay.own().candidates()) {
            candidates.add(candidate(replay, candidate));
        }
        replay.onlyOwn().forEach(root.putArray("only_here")::add);
        replay.cautions().forEach(root.putArray("cautions")::add);
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode candidate(Replay replay, CandidateComparison candidate) {
        ObjectNode node = AnalysisJson.candidate(replay.own(), candidate);
        node.withObject("/geomean").put("published", replay.publishedGeomean(candidate));
        for (int i = 0; i < candidate.rows().size(); i++) {
            Row row = candidate.rows().get(i);
            ObjectNode one = (ObjectNode) node.path("rows").get(i);
            one.put("published", replay.published(row).ratio());
            one.put("published_rounding", replay.published(row).rounding());
        }
        replay.onlyPublished(candidate).forEach(node.putArray("only_published")::add);
        return node;
    }
}
