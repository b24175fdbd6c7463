package org.pykiln.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.workspace.AtomicFiles;

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

    /// Into a folder, which is made where it is missing. Other files in it stay as they are.
    ///
    /// @return what was written
    public List<Path> writeFolder(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (ContextFile file : files) {
            Path target = folder.resolve(file.name());
            AtomicFiles.write(target, out -> Files.copy(file.path(), out));
            written.add(target);
        }
        Path target = folder.resolve(DOCKERFILE);
        AtomicFiles.write(target, dockerfile.text());
        written.add(target);
        return written;
    }

    public void writeZip(Path zipFile) throws IOException {
        AtomicFiles.write(
                zipFile,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
                    zip.putNextEntry(new ZipEntry(DOCKERFILE));
                    zip.write(text());
                    for (ContextFile file : files) {
                        zip.putNextEntry(new ZipEntry(file.name()));
                        Files.copy(file.path(), zip);
                    }
                    zip.finish();
                    zip.flush();
                });
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
