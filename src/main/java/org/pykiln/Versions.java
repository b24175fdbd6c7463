package org.pykiln;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.pykiln.cli.Version;

/// What PyKiln is and runs on, as settings show it and as diagnostics tell it.
final class Versions {
    private Versions() {}

    /// By what they are versions of.
    static SequencedMap<String, String> all() {
        SequencedMap<String, String> versions = new LinkedHashMap<>();
        versions.put("PyKiln", Version.text());
        versions.put("Java", property("java.version") + ", " + property("java.vendor"));
        versions.put("JavaFX", property("javafx.runtime.version"));
        versions.put(
                "System",
                "%s %s, %s"
                        .formatted(
                                property("os.name"), property("os.version"), property("os.arch")));
        return versions;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
