package org.pykiln.workspace;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// The folders in which something was measured, or wheels were put, newest first, so that the
/// window and later commands find them again.
public final class RecentFolders {
    private static final int MOST = 12;

    private final Path file;

    /// @param file one absolute path a line
    public RecentFolders(Path file) {
        this.file = file;
    }

    public synchronized void add(Path folder) throws IOException {
        SequencedSet<Path> folders = new LinkedHashSet<>();
        folders.add(folder.toAbsolutePath().normalize());
        folders.addAll(read());
        AtomicFiles.write(
                file,
                folders.stream()
                        .limit(MOST)
                        .map(path -> path + "\n")
                        .collect(Collectors.joining()));
    }

    /// Those that are still there.
    public synchronized List<Path> list() throws IOException {
        return read().stream().filter(Files::isDirectory).toList();
    }

    private List<Path> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .map(Path::of)
                    .toList();
        } catch (CharacterCodingException | InvalidPathException damaged) {
            throw new IOException(
                    "%s is damaged: expected the path of a folder in each line. It can be deleted: folders are added to it as they are used."
                            .formatted(file),
                    damaged);
        }
    }
}
