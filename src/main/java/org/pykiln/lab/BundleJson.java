package org.pykiln.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pykiln.lab.BundleManifest.Content;
import org.pykiln.lab.BundleManifest.Image;
import org.pykiln.lab.BundleManifest.Removed;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.recipe.Printable;

/// The manifest of a bundle, and what it tells of hosts, as JSON.
final class BundleJson {
    static final int SCHEMA = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_TITLE = 300;

    /// Of pyperf's metadata what tells machines and interpreters apart, and is the same in all
    /// runs.
    private static final Set<String> HOST =
            Set.of(
                    "aslr",
                    "cpu_affinity",
                    "cpu_config",
                    "cpu_count",
                    "cpu_machine",
                    "cpu_model_name",
                    "perf_version",
                    "performance_version",
                    "platform",
                    "pykiln_libc",
                    "python_compiler",
                    "python_version",
                    "timer");

    private BundleJson() {}

    static String write(BundleManifest manifest) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("title", manifest.title());
        json.put("session", manifest.session());
        json.put("pykiln", manifest.version());
        json.put("kit", manifest.kit());
        ArrayNode images = json.putArray("images");
        for (Image image : manifest.images()) {
            ObjectNode one = images.addObject();
            one.put("name", image.name()).put("reference", image.reference());
            one.put("id", image.id());
            image.preset().ifPresent(preset -> one.put("preset", preset));
        }
        ArrayNode removed = json.putArray("removed");
        for (Removed one : manifest.removed()) {
            removed.addObject()
                    .put("file", one.file())
                    .put("what", one.what())
                    .put("times", one.times());
        }
        ObjectNode files = json.putObject("files");
        manifest.files()
                .forEach((name, content) ->
                        files.putObject(name)
                                .put("bytes", content.bytes())
                                .put("sha256", content.sha256()));
        return json.toPrettyString() + "\n";
    }

    /// @throws IOException with the reason when the text is not a manifest of this schema
    static BundleManifest read(String text) throws IOException {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IOException("it is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
        if (!json.path("schema").isInt() || json.path("schema").asInt() != SCHEMA) {
            throw new IOException(
                    "its schema is %s; expected %d"
                            .formatted(json.path("schema").asText("missing"), SCHEMA));
        }
        List<Image> images = new ArrayList<>();
        for (JsonNode image : json.path("images")) {
            images.add(
                    new Image(
                            text(image, "name"),
                            text(image, "reference"),
                            text(image, "id"),
                            image.has("preset")
                                    ? Optional.of(text(image, "preset"))
                                    : Optional.empty()));
        }
        List<Removed> removed = new ArrayList<>();
        for (JsonNode one : json.path("removed")) {
            removed.add(
                    new Removed(text(one, "file"), text(one, "what"), one.path("times").asInt()));
        }
        return new BundleManifest(
                text(json, "title"),
                text(json, "session"),
                text(json, "pykiln"),
                text(json, "kit"),
                images,
                removed,
                files(json.path("files")));
    }

    private static TreeMap<String, Content> files(JsonNode json) throws IOException {
        TreeMap<String, Content> files = new TreeMap<>();
        for (var file : json.properties()) {
            JsonNode bytes = file.getValue().path("bytes");
            if (!bytes.canConvertToLong() || bytes.asLong() < 0) {
                throw new IOException("it does not say how long " + file.getKey() + " is");
            }
            files.put(file.getKey(), new Content(bytes.asLong(), text(file.getValue(), "sha256")));
        }
        return files;
    }

    private static String text(JsonNode json, String name) throws IOException {
        String text = json.path(name).asText();
        if (!json.path(name).isTextual()
                || text.length() > LONGEST_TITLE
                || !text.codePoints().allMatch(Printable::isPlain)) {
            throw new IOException("\"%s\" is missing, or no plain text".formatted(name));
        }
        return text;
    }

    /// What is known of the machine and the interpreters, by image.
    static String host(Map<String, PerfSuite> suites) {
        ObjectNode json = MAPPER.createObjectNode();
        suites.forEach((image, suite) -> {
            TreeMap<String, String> facts = new TreeMap<>();
            // a command's times tell less than an interpreter's, so the first that tells counts
            for (PerfBenchmark benchmark : suite.benchmarks()) {
                benchmark
                        .metadata()
                        .entries()
                        .forEach((key, value) -> facts.putIfAbsent(key, value.toString()));
            }
            facts.keySet().retainAll(HOST);
            ObjectNode node = json.putObject(image);
            facts.forEach(node::put);
        });
        return json.toPrettyString() + "\n";
    }
}
