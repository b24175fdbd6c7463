package org.pykiln.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pykiln.engine.Owner;
import org.pykiln.image.ProofResultsJson;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// Builds of the history as JSON.
final class BuildRecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BuildRecordJson() {}

    static String write(BuildRecord build) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", build.name());
        json.put("state", word(build.state()));
        json.put("started", build.started().toString());
        build.ended().ifPresent(end -> json.put("ended", end.toString()));
        json.put("noCache", build.noCache());
        json.put("owner", build.owner().label());
        ObjectNode knobs = json.putObject("knobs");
        for (Knob<?> knob : Catalogue.knobs()) {
            knobs.put(knob.id(), build.recipe().text(knob));
        }
        for (Step step : build.steps()) {
            ObjectNode node = json.withArray("steps").addObject();
            node.put("number", step.number()).put("of", step.of()).put("title", step.title());
            node.put("started", step.started().toString());
            step.ended().ifPresent(end -> node.put("ended", end.toString()));
            node.put("cached", step.cached());
        }
        json.put("problem", build.problem());
        build.result().ifPresent(result -> write(result, json.putObject("result")));
        json.put("dockerfile", build.dockerfile());
        return json.toPrettyString() + "\n";
    }

    private static void write(BuildRecord.Result result, ObjectNode node) {
        node.put("image", result.reference()).put("digest", result.digest());
        node.put("bytes", result.bytes()).put("millis", result.took().toMillis());
        node.set("proofs", ProofResultsJson.array(result.proofs()));
    }

    /// @param id of the build, which is the name of its file
    /// @throws IllegalArgumentException with what is wrong with the text
    static BuildRecord read(String id, String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            List<Step> steps = new ArrayList<>();
            json.path("steps").forEach(step -> steps.add(step(step)));
            return new BuildRecord(
                    id,
                    required(json, "name"),
                    recipe(json.path("knobs")),
                    json.path("noCache").asBoolean(),
                    json.path("dockerfile").asText(),
                    Owner.parse(required(json, "owner"))
                            .orElseThrow(
                                    () -> new IllegalArgumentException("owner: not a process")),
                    state(required(json, "state")),
                    Instant.parse(required(json, "started")),
                    ended(json),
                    steps,
                    json.path("problem").asText(),
                    json.has("result")
                            ? Optional.of(result(json.path("result")))
                            : Optional.empty());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException(broken.getMessage(), broken);
        }
    }

    private static Recipe recipe(JsonNode knobs) {
        Recipe recipe = Recipe.defaults();
        for (var knob : knobs.properties()) {
            recipe = Catalogue.turn(recipe, knob.getKey(), knob.getValue().asText());
        }
        return recipe;
    }

    private static Step step(JsonNode node) {
        return new Step(
                node.path("number").asInt(),
                node.path("of").asInt(),
                node.path("title").asText(),
                Instant.parse(required(node, "started")),
                ended(node),
                node.path("cached").asBoolean());
    }

    private static BuildRecord.Result result(JsonNode node) {
        return new BuildRecord.Result(
                required(node, "image"),
                required(node, "digest"),
                node.path("bytes").asLong(),
                Duration.ofMillis(node.path("millis").asLong()),
                ProofResultsJson.read(node.path("proofs")));
    }

    private static Optional<Instant> ended(JsonNode node) {
        return node.has("ended")
                ? Optional.of(Instant.parse(node.path("ended").asText()))
                : Optional.empty();
    }

    private static String required(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return node.path(field).asText();
    }

    private static JobState state(String word) {
        return Arrays.stream(JobState.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of a build: " + word));
    }

    private static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
