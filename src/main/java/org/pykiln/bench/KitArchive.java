package org.pykiln.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes the kit's content as a tar stream, the same bytes every time.
final class KitArchive {
    /// Of every file: 2026-01-01. Bytecode carries no time, so the value matters to nobody.
    private static final long MODIFIED = 1_767_225_600_000L;

    private static final int FILE_MODE = 0100644;
    private static final int FOLDER_MODE = 040755;
    private static final int OPEN_FOLDER_MODE = 041777;

    private KitArchive() {}

    /// @param kit where the kit will be, relative to the folder the stream is unpacked in; an image
    ///   whose user is not root may write there
    /// @param staging where the content goes
    static void write(List<Path> wheels, String kit, String staging, OutputStream out)
            throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        folder(tar, kit + "/", OPEN_FOLDER_MODE);
        folder(tar, staging + "/", FOLDER_MODE);
        for (Path wheel : wheels) {
            unpack(wheel, staging, tar);
        }
        file(tar, staging + "/unit.py", KitLock.resource("unit.py"));
        // beside pyperformance's, so that one rule finds every script
        for (Map.Entry<String, String> script : OwnBenchmarks.scripts().entrySet()) {
            String place = staging + "/" + Kit.BENCHMARKS + script.getKey();
            file(tar, place, script.getValue());
        }
        // not by try-with-resources: closing would make a broken stream look complete
        tar.finish();
        tar.flush();
    }

    private static void unpack(Path wheel, String staging, TarArchiveOutputStream tar)
            throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory() && isWanted(entry.getName())) {
                    header(tar, staging + "/" + entry.getName(), entry.getSize());
                    zip.getInputStream(entry).transferTo(tar);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        return name.startsWith("pyperf")
                && !name.contains("..")
                && !name.startsWith("pyperf/tests/")
                && !name.startsWith("pyperformance/tests/");
    }

    private static void folder(TarArchiveOutputStream tar, String name, int mode)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setModTime(MODIFIED);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream tar, String name, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(tar, name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void header(TarArchiveOutputStream tar, String name, long size)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(FILE_MODE);
        entry.setModTime(MODIFIED);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }
}
