package org.pykiln.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.Datapoint;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Precision;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// `lab.json`: the order in a canonical form, so that equal orders are equal texts, and the seed.
final class LabJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LabJson() {}

    record Kept(String order, long seed) {}

    static String order(LabOrder order) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode subjects = json.putArray("subjects");
        for (Subject subject : order.subjects()) {
            ObjectNode one = subjects.addObject().put("name", subject.name());
            switch (subject) {
                case Subject.OfImage(String name, String reference) -> one.put("image", reference);
                case Subject.OfRecipe(String name, var recipe) -> {
                    ObjectNode knobs = one.putObject("knobs");
                    for (Knob<?> knob : Catalogue.knobs()) {
                        if (recipe.isTurned(knob)) {
                            knobs.put(knob.id(), recipe.text(knob));
                        }
                    }
                }
            }
        }
        json.put("mode", order.mode().name().toLowerCase(Locale.ROOT));
        order.precision().ifPresent(wanted -> json.put("precision", wanted.target()));
        if (order.builds() > 1) {
            json.put("builds", order.builds());
        }
        if (!order.requeue()) {
            json.put("requeue", false);
        }
        json.put("cpuset", order.limits().cpuset().orElse(""));
        if (order.limits().memoryBytes() > 0) {
            json.put("memory", order.limits().memoryBytes());
        }
        ArrayNode datapoints = json.putArray("datapoints");
        order.datapoints().stream().map(Datapoint::name).forEach(datapoints::add);
        return json.toPrettyString();
    }

    /// Reads back what [#order(LabOrder)] wrote.
    ///
    /// @throws IllegalArgumentException when another version wrote it: it holds what is not known
    ///   here, or not all that this version would write
    static LabOrder order(String text) {
        JsonNode json = parse(text);
        List<Subject> subjects = new ArrayList<>();
        json.path("subjects").forEach(one -> subjects.add(subject(one)));
        List<String> names = new ArrayList<>();
        json.path("datapoints").forEach(name -> names.add(name.asText()));
        String cpus = json.path("cpuset").asText();
        LabOrder order =
                new LabOrder(
                        subjects,
                        BenchmarkCatalogue.shipped().select(names),
                        Mode.valueOf(json.path("mode").asText().toUpperCase(Locale.ROOT)),
                        json.has("precision")
                                ? Optional.of(new Precision(json.path("precision").asDouble()))
                                : Optional.empty(),
                        new Limits(
                                cpus.isEmpty() ? Optional.empty() : Optional.of(cpus),
                                json.path("memory").asLong()),
                        json.path("builds").asInt(1),
                        json.path("requeue").asBoolean(true));
        if (!order(order).equals(text)) {
            throw new IllegalArgumentException("an order of another version");
        }
        return order;
    }

    private static Subject subject(JsonNode json) {
        String name = json.path("name").asText();
        if (json.has("image")) {
            return new Subject.OfImage(name, json.path("image").asText());
        }
        Recipe recipe = Recipe.defaults();
        for (Map.Entry<String, JsonNode> knob : json.path("knobs").properties()) {
            recipe = Catalogue.turn(recipe, knob.getKey(), knob.getValue().asText());
        }
        return new Subject.OfRecipe(name, recipe);
    }

    static String write(String order, long seed) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("seed", seed);
        json.set("order", parse(order));
        return json.toPrettyString() + "\n";
    }

    /// @throws LabException when the file is not one that [#write] wrote
    static Kept read(Path file, String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw notALab(file, notJson.getOriginalMessage());
        }
        if (!json.path("order").isObject() || !json.path("seed").isIntegralNumber()) {
            throw notALab(file, "it holds no order");
        }
        return new Kept(json.path("order").toPrettyString(), json.path("seed").asLong());
    }

    private static LabException notALab(Path file, String reason) {
        return LabException.badInput(
                "%s is not a lab: %s. Take another folder with -o.".formatted(file, reason));
    }

    /// The names of the subjects, for a message.
    static String summary(String order) {
        JsonNode json = parse(order);
        List<String> names = new ArrayList<>();
        json.path("subjects").forEach(subject -> names.add(subject.path("name").asText()));
        return "%s (%s, %d datapoints)"
                .formatted(
                        String.join(", ", names),
                        json.path("mode").asText(),
                        json.path("datapoints").size());
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not an order", notJson);
        }
    }
}
