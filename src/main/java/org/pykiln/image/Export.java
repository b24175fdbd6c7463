package org.pykiln.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pykiln.workspace.AtomicFiles;

/// What people take away to build it elsewhere.
///
/// @param texts by file name
/// @param files that the texts copy; a file that several need is in it once
public record Export(Map<String, String> texts, List<ContextFile> files) {
    public Export {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        files = List.copyOf(files);
    }

    /// Into a zip file where the name ends in `.zip`, and else into a folder.
    ///
    /// @return what was written
    public List<Path> write(Path target) throws IOException {
        if (isZip(target)) {
            writeZip(target);
            return List.of(target);
        }
        return writeFolder(target);
    }

    /// What [#write] would replace by something else.
    public List<Path> replaced(Path target) throws IOException {
        List<Path> replaced = new ArrayList<>();
        if (isZip(target)) {
            return Files.exists(target) ? List.of(target) : List.of();
        }
        for (ContextFile file : files) {
            Path there = target.resolve(file.name());
            if (Files.exists(there) && Files.mismatch(there, file.path()) >= 0) {
                replaced.add(there);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path there = target.resolve(text.getKey());
            byte[] next = text.getValue().getBytes(StandardCharsets.UTF_8);
            if (Files.exists(there) && !Arrays.equals(Files.readAllBytes(there), next)) {
                replaced.add(there);
            }
        }
        return replaced;
    }

    public static boolean isZip(Path target) {
        return target.toString().endsWith(".zip");
    }

    /// Into a folder, which is made where it is missing. Other files in it stay as they are. The
    /// texts come last, so that whatever they copy is there.
    ///
    /// @return what was written
    List<Path> writeFolder(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (ContextFile file : files) {
            Path target = folder.resolve(file.name());
            AtomicFiles.write(target, out -> Files.copy(file.path(), out));
            written.add(target);
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path target = folder.resolve(text.getKey());
            AtomicFiles.write(target, text.getValue());
            written.add(target);
        }
        return written;
    }

    void writeZip(Path zipFile) throws IOException {
        AtomicFiles.write(
                zipFile,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
                    for (Map.Entry<String, String> text : texts.entrySet()) {
                        zip.putNextEntry(new ZipEntry(text.getKey()));
                        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                    }
                    for (ContextFile file : files) {
                        zip.putNextEntry(new ZipEntry(file.name()));
                        Files.copy(file.path(), zip);
                    }
                    zip.finish();
                    zip.flush();
                });
    }
}
