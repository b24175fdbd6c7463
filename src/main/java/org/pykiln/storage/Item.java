package org.pykiln.storage;

import java.util.List;

/// One thing of PyKiln's on an engine.
///
/// @param id by which the engine finds it
/// @param names for people; none for what has no name
/// @param bytes all that it takes; [EngineDisk#UNKNOWN] where the engine cannot tell
/// @param ownBytes what is gone when it alone goes
/// @param fate whether a clean-up removes it
/// @param why that is its fate
public record Item(
        Kind kind,
        String id,
        List<String> names,
        long bytes,
        long ownBytes,
        Fate fate,
        String why) {
    /// What it is.
    public enum Kind {
        IMAGE("image"),
        /// A stage that was built on the way to an image, or an image for a moment.
        LEFTOVER("leftover"),
        CONTAINER("container"),
        KIT("kit"),
        LAYER("packages of a benchmark");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isVolume() {
            return this == KIT || this == LAYER;
        }
    }

    /// What a clean-up does with it.
    public enum Fate {
        GOES,
        /// It is needed, and a person may remove it all the same.
        STAYS,
        /// Something uses it at this moment.
        IN_USE
    }

    public Item {
        names = List.copyOf(names);
    }

    /// Its names, or else the beginning of its id.
    public String title() {
        return names.isEmpty()
                ? id.replaceFirst("^sha256:", "").substring(0, Math.min(12, bare(id)))
                : String.join(", ", names);
    }

    private static int bare(String id) {
        return id.replaceFirst("^sha256:", "").length();
    }

    public boolean goes() {
        return fate == Fate.GOES;
    }

    public boolean isRemovable() {
        return fate != Fate.IN_USE;
    }
}
