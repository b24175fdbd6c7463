package org.pykiln.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Session plans as JSON, and one line for each failed unit.
final class SessionPlanJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEMA = 1;

    private SessionPlanJson() {}

    static String text(SessionPlan plan) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA).put("id", plan.id()).put("kit", plan.kit());
        json.put("seed", plan.seed());
        ArrayNode images = json.putArray("images");
        for (PlannedImage image : plan.images()) {
            ObjectNode one =
                    images.addObject()
                            .put("name", image.name())
                            .put("reference", image.reference())
                            .put("id", image.id());
            if (!image.variant().equals(image.name())) {
                one.put("variant", image.variant());
            }
        }
        ArrayNode datapoints = json.putArray("datapoints");
        plan.datapoints().forEach(datapoints::add);
        json.put("rounds", plan.rounds()).put("warmups", plan.warmups());
        json.put("values", plan.values()).put("min_time_ms", plan.minTimeMillis());
        plan.cpuset().ifPresent(cpus -> json.put("cpuset", cpus));
        json.put("memory", plan.memoryBytes());
        plan.precision().ifPresent(wanted -> json.put("precision", wanted.target()));
        if (plan.requeue()) {
            json.put("requeue", true);
        }
        return json.toPrettyString() + "\n";
    }

    /// @throws IOException when the text is not a plan, with the reason
    static SessionPlan read(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (json.path("schema").asInt() != SCHEMA) {
            throw new IOException("not a session plan of schema " + SCHEMA);
        }
        List<PlannedImage> images = new ArrayList<>();
        List<String> datapoints = new ArrayList<>();
        try {
            for (JsonNode image : json.path("images")) {
                images.add(
                        new PlannedImage(
                                text(image, "name"),
                                text(image, "reference"),
                                text(image, "id"),
                                text(image, image.has("variant") ? "variant" : "name")));
            }
            json.path("datapoints").forEach(name -> datapoints.add(name.asText()));
            return new SessionPlan(
                    text(json, "id"),
                    text(json, "kit"),
                    json.path("seed").asLong(),
                    images,
                    datapoints,
                    json.path("rounds").asInt(),
                    json.path("warmups").asInt(),
                    json.path("values").asInt(),
                    json.path("min_time_ms").asInt(),
                    json.has("cpuset") ? Optional.of(text(json, "cpuset")) : Optional.empty(),
                    json.path("memory").asLong(),
                    json.has("precision")
                            ? Optional.of(new Precision(json.path("precision").asDouble()))
                            : Optional.empty(),
                    json.path("requeue").asBoolean());
        } catch (IllegalArgumentException invalid) {
            throw new IOException(invalid.getMessage(), invalid);
        }
    }

    private static String text(JsonNode json, String name) throws IOException {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IOException("\"" + name + "\" is missing");
        }
        return value.asText();
    }

    static String line(UnitFailure failure) {
        return JSON.createObjectNode()
                        .put("image", failure.image())
                        .put("datapoint", failure.datapoint())
                        .put("round", failure.round())
                        .put("attempts", failure.attempts())
                        .put("message", failure.message())
                        .put("log", failure.log())
                        .toString()
                + "\n";
    }

    /// @return nothing for a line that a kill has cut
    static Optional<UnitFailure> failure(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(
                    new UnitFailure(
                            text(json, "image"),
                            text(json, "datapoint"),
                            json.path("round").asInt(),
                            json.path("attempts").asInt(),
                            text(json, "message"),
                            text(json, "log")));
        } catch (JsonProcessingException cut) {
            return Optional.empty();
        } catch (IOException notAFailure) {
            return Optional.empty();
        }
    }
}
