package org.pykiln.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// Into a folder, which is made where it is missing. Other files in it stay as they are. The
    /// texts come last, so that whatever they copy is there.
    ///
    /// @return what was written
    public List<Path> writeFolder(Path folder) throws IOException {
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

    public void writeZip(Path zipFile) throws IOException {
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
