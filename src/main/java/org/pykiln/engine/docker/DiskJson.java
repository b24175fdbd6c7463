package org.pykiln.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykiln.engine.EngineDisk;
import org.pykiln.engine.EngineDisk.Image;
import org.pykiln.engine.EngineDisk.Volume;

/// Reads `GET /system/df` in the forms of API 1.40 to 1.44. What an engine leaves out is `null` or
/// absent.
final class DiskJson {
    /// Name of an image that has none, before API 1.43.
    private static final String UNNAMED = "<none>:<none>";

    private DiskJson() {}

    static EngineDisk read(JsonNode root) {
        List<Image> images = new ArrayList<>();
        root.path("Images").forEach(one -> images.add(image(one)));
        List<Volume> volumes = new ArrayList<>();
        root.path("Volumes").forEach(one -> volumes.add(volume(one)));
        long cache = 0;
        for (JsonNode entry : root.path("BuildCache")) {
            // what is shared is in the layers of images too
            cache += entry.path("Shared").asBoolean() ? 0 : entry.path("Size").asLong();
        }
        return new EngineDisk(root.path("LayersSize").asLong(), images, volumes, cache);
    }

    private static Image image(JsonNode node) {
        List<String> tags = new ArrayList<>();
        node.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
        tags.remove(UNNAMED);
        return new Image(
                node.path("Id").asText(),
                tags,
                labels(node),
                Instant.ofEpochSecond(node.path("Created").asLong()),
                node.path("Size").asLong(),
                node.path("SharedSize").asLong(),
                node.path("Containers").asLong());
    }

    private static Volume volume(JsonNode node) {
        JsonNode usage = node.path("UsageData");
        return new Volume(
                node.path("Name").asText(),
                labels(node),
                usage.path("Size").asLong(EngineDisk.UNKNOWN),
                usage.path("RefCount").asLong(0));
    }

    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new HashMap<>();
        node.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
