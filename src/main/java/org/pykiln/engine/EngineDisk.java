package org.pykiln.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What everything on an engine takes.
///
/// @param layersBytes size of all layers of all images, each layer once
/// @param images those with a name, and those that no other was made from
/// @param buildCacheBytes what BuildKit keeps; 0 on engines whose builds keep layers of images
public record EngineDisk(
        long layersBytes, List<Image> images, List<Volume> volumes, long buildCacheBytes) {
    /// The engine could not tell.
    public static final long UNKNOWN = -1;

    public EngineDisk {
        images = List.copyOf(images);
        volumes = List.copyOf(volumes);
    }

    /// @param id content address, `sha256:…`
    /// @param bytes size of all its layers
    /// @param sharedBytes size of those that are in other images too
    /// @param containers that were made from it, also ended ones
    public record Image(
            String id,
            List<String> tags,
            Map<String, String> labels,
            Instant created,
            long bytes,
            long sharedBytes,
            long containers) {
        public Image {
            tags = List.copyOf(tags);
            labels = Map.copyOf(labels);
        }

        /// What is gone when this image alone is removed.
        public long ownBytes() {
            return Math.max(0, bytes - Math.max(0, sharedBytes));
        }
    }

    /// @param bytes [#UNKNOWN] where the engine cannot tell
    /// @param containers that use it, also ended ones
    public record Volume(String name, Map<String, String> labels, long bytes, long containers) {
        public Volume {
            labels = Map.copyOf(labels);
        }
    }
}
