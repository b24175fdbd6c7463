package org.pykiln.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pykiln.bench.Session;

/// What a file or a folder seems to be, before all of it is read and checked.
public enum FileKind {
    SESSION,
    BUNDLE,
    PYPERF,
    PRESET,
    /// Named as JSON, and nothing in its beginning tells of what.
    JSON,
    /// Without a session.
    FOLDER,
    OTHER;

    /// Whether it can be compared.
    public boolean isResult() {
        return this == SESSION || this == BUNDLE || this == PYPERF;
    }

    /// Reads no more than the beginning of a file. What cannot be read is judged by its name.
    public static FileKind of(Path path) {
        if (Files.isDirectory(path)) {
            return Session.exists(path) ? SESSION : FOLDER;
        }
        if (Bundle.is(path)) {
            return BUNDLE;
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean namedSo = name.endsWith(".json") || name.endsWith(".json.gz");
        return FileKindJson.of(path).orElse(namedSo ? JSON : OTHER);
    }
}
