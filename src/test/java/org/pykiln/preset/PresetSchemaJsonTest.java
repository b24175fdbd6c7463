package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// The schema that editors use says what the reader says. After a change of the catalogue
/// `-Dgolden.update` writes it anew.
class PresetSchemaJsonTest {
    private static final Path FILE = Path.of("presets/preset.schema.json");
    private static final String NAME = "^[a-z0-9][a-z0-9._-]{0,63}$";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void agreesWithTheCatalogue() throws IOException {
        JsonNode schema = schema();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(
                    FILE, json.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
        }
        assertThat(json.readTree(Files.readString(FILE))).isEqualTo(schema);
    }

    private JsonNode schema() {
        ObjectNode schema = json.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "PyKiln preset");
        schema.put("description", "A recipe for a CPython container image, saved under a name.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        array(schema.putArray("required"), PresetJson.SCHEMA_KEY, PresetJson.NAME_KEY);
        ObjectNode keys = schema.putObject("properties");
        keys.putObject(PresetJson.SCHEMA_KEY).put("const", PresetJson.SCHEMA);
        keys.putObject(PresetJson.NAME_KEY).put("type", "string").put("pattern", NAME);
        keys.putObject(PresetJson.DESCRIPTION_KEY)
                .put("description", "one line of plain text")
                .put("type", "string")
                .put("maxLength", Preset.LONGEST_DESCRIPTION)
                .put("pattern", "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$")
                .put("default", "");
        ObjectNode tags = keys.putObject(PresetJson.TAGS_KEY);
        tags.put("type", "array").put("uniqueItems", true).put("maxItems", Preset.MOST_TAGS);
        tags.putObject("items").put("type", "string").put("pattern", NAME);
        ObjectNode knobs = keys.putObject(PresetJson.KNOBS_KEY);
        knobs.put("description", "the turned knobs; an absent one has its default");
        knobs.put("type", "object").put("additionalProperties", false);
        ObjectNode values = knobs.putObject("properties");
        for (Knob<?> knob : Catalogue.knobs()) {
            describe(values.putObject(knob.id()), knob);
        }
        return schema;
    }

    private static <V> void describe(ObjectNode node, Knob<V> knob) {
        node.put("title", knob.label());
        node.put("description", knob.explain().what());
        switch (knob.domain()) {
            case Domain.Switch toggle -> {
                node.put("type", "boolean");
                node.put("default", Recipe.defaults().text(knob).equals("on"));
            }
            case Domain.Text text -> {
                node.put("type", "string");
                node.put("pattern", "^(?:" + text.allowed().pattern() + ")$");
                array(node.putArray("examples"), text.suggestions().toArray(String[]::new));
                node.put("default", Recipe.defaults().text(knob));
            }
            case Domain.OneOf<V> choice -> {
                array(
                        node.putArray("enum"),
                        choice.values().stream().map(choice::text).toArray(String[]::new));
                node.put("default", Recipe.defaults().text(knob));
            }
        }
    }

    private static void array(ArrayNode node, String... values) {
        for (String value : values) {
            node.add(value);
        }
    }
}
