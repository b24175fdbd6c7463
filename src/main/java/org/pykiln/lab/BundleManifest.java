package org.pykiln.lab;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a bundle says of itself: what was measured, and of every file the size and SHA-256.
///
/// @param title of the session, for people
/// @param session its id
/// @param version of PyKiln that wrote the bundle
/// @param kit content hash of the benchmark kit
/// @param images in the order of the session, the baseline first
/// @param removed what did not leave the machine that measured
/// @param files by name, without the manifest itself
public record BundleManifest(
        String title,
        String session,
        String version,
        String kit,
        List<Image> images,
        List<Removed> removed,
        SequencedMap<String, Content> files) {
    /// Where the manifest lies in a bundle, and in the folder that one was opened to.
    static final String NAME = "bundle/manifest.json";

    /// An image that was measured; a bundle holds what it is built from, not the image.
    ///
    /// @param id content address, `sha256:…`
    /// @param preset name of the preset file in the bundle; empty where the image was not built
    ///   from a recipe
    public record Image(String name, String reference, String id, Optional<String> preset) {}

    /// @param what in words
    public record Removed(String file, String what, int times) {}

    record Content(long bytes, String sha256) {}

    public BundleManifest {
        images = List.copyOf(images);
        removed = List.copyOf(removed);
    }
}
