package org.pykiln.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.pykiln.plan.Proof;

/// Reads what the proof script prints.
final class ProofJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProofJson() {}

    /// @throws IllegalArgumentException when the output is not one answer for each proof
    static List<ProofResult> read(List<Proof> proofs, String output) {
        JsonNode answers = parse(output);
        if (!answers.isArray() || answers.size() != proofs.size()) {
            throw new IllegalArgumentException(
                    "expected %d answers: %s".formatted(proofs.size(), output));
        }
        List<ProofResult> results = new ArrayList<>();
        for (int i = 0; i < proofs.size(); i++) {
            JsonNode answer = answers.get(i);
            results.add(
                    ProofResult.of(
                            proofs.get(i),
                            answer.path("holds").asBoolean(false),
                            answer.path("seen").asText("")));
        }
        return results;
    }

    private static JsonNode parse(String output) {
        try {
            return MAPPER.readTree(output);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON: " + output, notJson);
        }
    }
}
