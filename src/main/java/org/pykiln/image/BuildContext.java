package org.pykiln.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.dockerfile.Dockerfile;

/// A Dockerfile and the files that it copies: all that a build needs.
public record BuildContext(Dockerfile dockerfile, List<ContextFile> files) {
    private static final String DOCKERFILE = "Dockerfile";

    public BuildContext {
        files = List.copyOf(files);
    }

    /// As a tar stream, with fixed times and owners: equal contexts are equal bytes.
    public void writeTar(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] text = text();
            put(tar, DOCKERFILE, text.length);
            tar.write(text);
            tar.closeArchiveEntry();
            for (ContextFile file : files) {
                put(tar, file.name(), Files.size(file.path()));
                Files.copy(file.path(), tar);
                tar.closeArchiveEntry();
            }
        }
    }

    public Export export() {
        return new Export(Map.of(DOCKERFILE, dockerfile.text()), files);
    }

    private byte[] text() {
        return dockerfile.text().getBytes(StandardCharsets.UTF_8);
    }

    static void put(TarArchiveOutputStream tar, String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(0);
        entry.setMode(0644);
        entry.setIds(0, 0);
        tar.putArchiveEntry(entry);
    }
}
