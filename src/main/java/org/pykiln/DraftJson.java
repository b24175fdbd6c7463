package org.pykiln;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pykiln.engine.Owner;
import org.pykiln.preset.Preset;
import org.pykiln.preset.PresetFile;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// A draft as its file keeps it. The recipes stand in it as presets, so that a person can take them
/// out by hand.
///
/// @param owner the process that keeps it
record DraftJson(Owner owner, Instant kept, Draft draft) {
    private static final int SCHEMA = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() throws IOException {
        NamedRecipe source = draft.source();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("owner", owner.label());
        root.put("kept", kept.toString());
        root.put("name", draft.name());
        root.set("draft", preset(draft.name(), source, draft.recipe()));
        root.put("from", source.name());
        root.put("shipped", source.shipped());
        source.file().ifPresent(file -> root.put("file", file.toString()));
        root.set("source", preset(source.name(), source, source.recipe()));
        return root.toPrettyString() + "\n";
    }

    /// @throws IOException when the text is not whole
    /// @throws RuntimeException when something in it is not as [#text] writes it
    static DraftJson read(String where, String text) throws IOException {
        JsonNode root = JSON.readTree(text);
        if (root.required("schema").asInt() != SCHEMA) {
            throw new IOException("the draft was written by a newer PyKiln");
        }
        Preset source = preset(where, root.required("source"));
        Preset draft = preset(where, root.required("draft"));
        NamedRecipe from =
                new NamedRecipe(
                        root.required("from").textValue(),
                        source.description(),
                        source.tags(),
                        source.recipe(),
                        root.required("shipped").booleanValue(),
                        Optional.ofNullable(root.get("file"))
                                .map(file -> Path.of(file.textValue())));
        return new DraftJson(
                Owner.parse(root.required("owner").textValue())
                        .orElseThrow(() -> new IOException("the draft belongs to nobody")),
                Instant.parse(root.required("kept").textValue()),
                new Draft(from, root.required("name").textValue(), draft.recipe()));
    }

    private static JsonNode preset(String name, NamedRecipe source, Recipe recipe)
            throws JsonProcessingException {
        List<String> tags = source.tags();
        Preset preset = new Preset(Preset.nameLike(name), source.description(), tags, recipe);
        return JSON.readTree(PresetFile.text(preset));
    }

    private static Preset preset(String where, JsonNode node) {
        return PresetFile.parse(where, node.toPrettyString());
    }
}
