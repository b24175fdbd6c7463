package org.pykiln.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// Files that are there whole or not at all: written beside their place, synced, then renamed. A
/// kill at any moment leaves the old content and at most a `.tmp` file, which nobody reads.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// Writes a file's content to a stream.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Makes missing folders. Where the content fails, the file is as it was before.
    public static void write(Path file, Content content) throws IOException {
        writeBeside(file, content, AtomicFiles::replace);
    }

    /// As [#write], but never over a file that is there, not even over one that came a moment ago.
    ///
    /// @throws FileAlreadyExistsException when there is one; it stays as it is
    public static void create(Path file, Content content) throws IOException {
        writeBeside(file, content, AtomicFiles::link);
    }

    /// Moves a file into a folder, under its own name or `NAME-2.EXT` and so on where that is
    /// taken.
    ///
    /// @return where it is now
    public static Path setAside(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        return rename(file, folder.resolve(name(file)));
    }

    /// Gives a file another name, or `NAME-2.EXT` and so on where that is taken.
    ///
    /// @return where it is now
    public static Path rename(Path file, Path wanted) throws IOException {
        String name = name(wanted);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        Path target = wanted;
        for (int number = 2; ; number++) {
            try {
                return Files.move(file, target);
            } catch (FileAlreadyExistsException taken) {
                target = wanted.resolveSibling(stem + "-" + number + ending);
            }
        }
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }

    /// Brings what was written to its place.
    @FunctionalInterface
    private interface Arrival {
        void bring(Path temporary, Path file) throws IOException;
    }

    private static void writeBeside(Path file, Content content, Arrival arrival)
            throws IOException {
        Path folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        // not createTempFile, whose files nobody else may read
        Path temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.CREATE_NEW);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            arrival.bring(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// A second name for the same file comes whole and replaces nothing; moving only looks first.
    private static void link(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException notOnThisFileSystem) {
            Files.move(temporary, file);
        }
    }

    private static void replace(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notOnThisFileSystem) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
