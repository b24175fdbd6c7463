package org.pykiln.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/// Results of proofs as receipts and records of builds have them.
public final class ProofResultsJson {
    private ProofResultsJson() {}

    public static ArrayNode array(List<ProofResult> results) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ProofResult result : results) {
            array.addObject()
                    .put("knob", result.knob())
                    .put("claim", result.claim())
                    .put("holds", result.holds())
                    .put("seen", result.seen());
        }
        return array;
    }

    /// @param array what is no array has none
    public static List<ProofResult> read(JsonNode array) {
        List<ProofResult> results = new ArrayList<>();
        for (JsonNode result : array) {
            results.add(
                    new ProofResult(
                            result.path("knob").asText(),
                            result.path("claim").asText(),
                            result.path("holds").asBoolean(),
                            result.path("seen").asText()));
        }
        return results;
    }
}
