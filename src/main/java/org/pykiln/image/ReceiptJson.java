package org.pykiln.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Receipts and proofs as JSON: in the workspace, and as `build --json` and `verify --json` print
/// them.
public final class ReceiptJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReceiptJson() {}

    public static String write(Receipt receipt) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", receipt.id());
        json.put("name", receipt.name());
        json.put("image", receipt.image());
        json.put("digest", receipt.digest());
        json.put("bytes", receipt.bytes());
        json.put("seconds", receipt.seconds());
        json.put("steps", receipt.steps());
        json.put("cachedSteps", receipt.cachedSteps());
        json.put("engine", receipt.engine());
        json.put("built", receipt.built().toString());
        ObjectNode knobs = json.putObject("knobs");
        for (Knob<?> knob : Catalogue.knobs()) {
            knobs.put(knob.id(), receipt.recipe().text(knob));
        }
        json.set("proofs", ProofResultsJson.array(receipt.proofs()));
        json.put("dockerfile", receipt.dockerfile());
        return json.toPrettyString() + "\n";
    }

    public static String write(List<ProofResult> results) {
        return ProofResultsJson.array(results).toPrettyString() + "\n";
    }

    /// The same receipt without the place where the engine listens, which is nobody else's concern;
    /// of knobs that this version does not know too.
    ///
    /// @throws IllegalArgumentException when the text is not JSON
    public static String withoutEndpoint(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json instanceof ObjectNode receipt) {
                receipt.put("engine", Receipt.version(receipt.path("engine").asText()));
            }
            return json.toPrettyString() + "\n";
        } catch (JsonProcessingException notAReceipt) {
            throw new IllegalArgumentException("not a receipt", notAReceipt);
        }
    }

    /// What a receipt of any version says it is of.
    record Named(String digest, String name) {}

    /// Empty when it is no receipt at all.
    static Optional<Named> digest(byte[] json) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(json);
            return Optional.of(root.path("digest").asText())
                    .filter(digest -> !digest.isEmpty())
                    .map(digest -> new Named(digest, root.path("name").asText()));
        } catch (JsonProcessingException notAReceipt) {
            return Optional.empty();
        }
    }

    /// @throws IllegalArgumentException when the text is not a receipt of this version's catalogue
    public static Receipt read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            Recipe recipe = Recipe.defaults();
            for (var knob : json.path("knobs").properties()) {
                recipe = Catalogue.turn(recipe, knob.getKey(), knob.getValue().asText());
            }
            return new Receipt(
                    json.path("name").asText(),
                    recipe,
                    json.path("image").asText(),
                    json.path("digest").asText(),
                    json.path("bytes").asLong(),
                    json.path("seconds").asDouble(),
                    json.path("steps").asInt(),
                    json.path("cachedSteps").asInt(),
                    json.path("dockerfile").asText(),
                    json.path("engine").asText(),
                    Instant.parse(json.path("built").asText()),
                    ProofResultsJson.read(json.path("proofs")));
        } catch (JsonProcessingException | DateTimeException notAReceipt) {
            throw new IllegalArgumentException("not a receipt", notAReceipt);
        }
    }
}
