package org.pykiln.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.workspace.AtomicFiles;

/// A Dockerfile and the distfile that it copies: all that a build needs.
///
/// @param distfile verified by whoever made the context
public record BuildContext(Dockerfile dockerfile, Path distfile) {
    private static final String DOCKERFILE = "Dockerfile";

    /// As a tar stream, with fixed times and owners: equal contexts are equal bytes.
    public void writeTar(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] text = text();
            put(tar, DOCKERFILE, text.length);
            tar.write(text);
            tar.closeArchiveEntry();
            put(tar, dockerfile.sources().archive(), Files.size(distfile));
            Files.copy(distfile, tar);
            tar.closeArchiveEntry();
        }
    }

    /// Into a folder, which is made where it is missing. Other files in it stay as they are.
    public void writeFolder(Path folder) throws IOException {
        AtomicFiles.write(
                folder.resolve(dockerfile.sources().archive()), out -> Files.copy(distfile, out));
        AtomicFiles.write(folder.resolve(DOCKERFILE), dockerfile.text());
    }

    public void writeZip(Path file) throws IOException {
        AtomicFiles.write(
                file,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
                    zip.putNextEntry(new ZipEntry(DOCKERFILE));
                    zip.write(text());
                    zip.putNextEntry(new ZipEntry(dockerfile.sources().archive()));
                    Files.copy(distfile, zip);
                    zip.finish();
                    zip.flush();
                });
    }

    private byte[] text() {
        return dockerfile.text().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(TarArchiveOutputStream tar, String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(0);
        entry.setMode(0644);
        entry.setIds(0, 0);
        tar.putArchiveEntry(entry);
    }
}
