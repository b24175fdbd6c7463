package org.pykiln.engine.docker;

import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.engine.BuildRequest;

/// Small tar streams for tests.
public final class Contexts {
    private Contexts() {}

    /// @param files name and text in turn
    public static BuildRequest.Context of(String... files) {
        return out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                for (int i = 0; i < files.length; i += 2) {
                    byte[] bytes = files[i + 1].getBytes(StandardCharsets.UTF_8);
                    TarArchiveEntry entry = new TarArchiveEntry(files[i]);
                    entry.setSize(bytes.length);
                    entry.setModTime(0);
                    tar.putArchiveEntry(entry);
                    tar.write(bytes);
                    tar.closeArchiveEntry();
                }
            }
        };
    }

    public static BuildRequest.Context dockerfile(String text) {
        return of("Dockerfile", text);
    }
}
