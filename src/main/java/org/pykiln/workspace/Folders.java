package org.pykiln.workspace;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Folders that are there whole or not at all: filled beside their place, then renamed.
public final class Folders {
    private Folders() {}

    /// Fills a folder, or takes something out of it.
    @FunctionalInterface
    public interface Use<T> {
        T in(Path folder) throws IOException;
    }

    /// Makes a folder that is not there yet, or is empty. Where the content fails, it is as it was.
    ///
    /// @throws DirectoryNotEmptyException when something is there
    public static <T> T write(Path folder, Use<T> content) throws IOException {
        Path target = folder.toAbsolutePath();
        requireFree(target);
        Path parent = Objects.requireNonNull(target.getParent(), "a new folder lies in another");
        Files.createDirectories(parent);
        Path temporary = parent.resolve(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.createDirectory(temporary);
        try {
            T result = content.in(temporary);
            // not every platform renames over a folder, even an empty one
            Files.deleteIfExists(target);
            Files.move(temporary, target);
            return result;
        } finally {
            delete(temporary);
        }
    }

    private static void requireFree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new DirectoryNotEmptyException(folder.toString());
                }
            }
        } else if (Files.exists(folder)) {
            throw new DirectoryNotEmptyException(folder.toString());
        }
    }

    /// A folder that is gone when it was used.
    public static <T> T temporary(Use<T> use) throws IOException {
        Path folder = Files.createTempDirectory("pykiln-");
        try {
            return use.in(folder);
        } finally {
            delete(folder);
        }
    }

    /// Removes a folder and everything in it; does nothing when there is none.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
