package org.pykiln.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.pyperf.PerfFile;
import org.pykiln.pyperf.PerfFileException;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.pyperf.ReferenceResults;
import org.pykiln.pyperf.ReferenceResults.Reference;
import org.pykiln.source.Sha256;
import org.pykiln.workspace.AtomicFiles;

/// Opens what people name when they mean pyperf files: files, and reference results by their id.
public final class PerfFiles {
    private PerfFiles() {}

    /// A reference stands for all of its files.
    ///
    /// @throws org.pykiln.pyperf.PerfFileException with file, line and column
    /// @throws LabException when one is a folder
    public static List<PerfFile> read(List<Path> sources) throws IOException {
        List<PerfFile> read = new ArrayList<>();
        for (Path source : sources) {
            Optional<Reference> reference = reference(source);
            if (reference.isPresent()) {
                read.addAll(reference.get().open());
            } else if (Files.isDirectory(source)) {
                throw LabException.badInput(source + " is a folder; expected a pyperf file");
            } else {
                read.add(new PerfFile(source.toString(), PerfJson.read(source)));
            }
        }
        return read;
    }

    /// Keeps a text as a file of its own, named after its content.
    ///
    /// @throws LabException when it is no pyperf file, with line, column and what was expected
    public static Path keep(String text, Path folder) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            PerfJson.read("clipboard", new ByteArrayInputStream(bytes));
        } catch (PerfFileException none) {
            boolean isPreset = FileKindJson.of(bytes).equals(Optional.of(FileKind.PRESET));
            throw LabException.badInput(
                    none.getMessage()
                            + (isPreset
                                    ? "\nIt is a preset, which Presets imports."
                                    : "\nExpected the JSON text that pyperf writes with -o."));
        }
        Path file = folder.resolve("pasted-" + Sha256.of(bytes).substring(0, 12) + ".json");
        AtomicFiles.write(file, out -> out.write(bytes));
        return file;
    }

    /// The reference results that a source names; a file of that name comes first.
    static Optional<Reference> reference(Path source) {
        return Files.exists(source) ? Optional.empty() : ReferenceResults.byId(source.toString());
    }
}
