package org.pykiln.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes the content of a [FilledVolume] as a tar stream for the root of a container, the same
/// bytes every time.
final class FolderArchive {
    /// Of every file: 2026-01-01. Bytecode carries no time, so the value matters to nobody.
    private static final long MODIFIED = 1_767_225_600_000L;

    private static final int FILE_MODE = 0100644;
    private static final int FOLDER_MODE = 040755;
    private static final int OPEN_FOLDER_MODE = 041777;

    private final TarArchiveOutputStream tar;
    private final String staging;

    /// @param path of the folder, in which an image whose user is not root may write
    FolderArchive(String path, OutputStream out) throws IOException {
        this.tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        this.staging = FilledVolume.staging(path).substring(1) + "/";
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        folder(path.substring(1) + "/", OPEN_FOLDER_MODE);
        folder(staging, FOLDER_MODE);
    }

    /// @param place of an entry of a wheel, relative to the folder; empty for entries without one
    void unpack(List<Path> wheels, UnaryOperator<String> place) throws IOException {
        for (Path wheel : wheels) {
            try (ZipFile zip = new ZipFile(wheel.toFile())) {
                List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
                for (ZipEntry entry : entries) {
                    String name = place.apply(entry.getName());
                    if (!entry.isDirectory() && !name.isEmpty() && !name.contains("..")) {
                        header(name, entry.getSize());
                        zip.getInputStream(entry).transferTo(tar);
                        tar.closeArchiveEntry();
                    }
                }
            }
        }
    }

    void file(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /// Not by closing, which would make a broken stream look complete.
    void finish() throws IOException {
        tar.finish();
        tar.flush();
    }

    private void folder(String name, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setModTime(MODIFIED);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void header(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(staging + name);
        entry.setMode(FILE_MODE);
        entry.setModTime(MODIFIED);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }
}
