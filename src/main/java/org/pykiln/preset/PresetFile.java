package org.pykiln.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.pykiln.workspace.AtomicFiles;

/// A preset and the file that it was read from.
///
/// @param state of the file when it was read; [#save] wants it back
public record PresetFile(Preset preset, Path path, FileState state) {
    /// No preset comes near it, and everything larger is refused unread.
    public static final int LARGEST = 64 * 1024;

    /// Reads and checks a file.
    ///
    /// @throws PresetException with every problem of the file, each with line and column; the file
    ///   is left as it is
    public static PresetFile read(Path path) {
        byte[] content;
        try (InputStream in = Files.newInputStream(path)) {
            content = in.readNBytes(LARGEST + 1);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
        return new PresetFile(
                PresetJson.read(path.toString(), content), path, FileState.of(content));
    }

    /// Reads and checks the text of a file.
    ///
    /// @param where what problems shall name in the place of a file
    /// @throws PresetException with every problem, each with line and column
    public static Preset parse(String where, String text) {
        return PresetJson.read(where, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a new file, whole or not at all.
    ///
    /// @throws PresetException when there is a file already, or it cannot be written
    public static PresetFile create(Preset preset, Path path) {
        byte[] content = PresetJson.write(preset);
        try {
            AtomicFiles.create(path, out -> out.write(content));
        } catch (FileAlreadyExistsException taken) {
            throw failed(path, "not saved: there is a file already", taken);
        } catch (IOException unwritable) {
            throw failed(path, "cannot be written", unwritable);
        }
        return new PresetFile(preset, path, FileState.of(content));
    }

    /// Writes the preset, whole or not at all.
    ///
    /// @param expected the state of the file as the caller knows it: [FileState#ABSENT] for a new
    ///   one
    /// @return the preset with the new state of the file
    /// @throws PresetChangedException when the file is in another state; nothing was changed
    /// @throws PresetException when it cannot be written; the file is as it was
    public static PresetFile save(Preset preset, Path path, FileState expected) {
        requireUnchanged(path, expected, "saved");
        byte[] content = PresetJson.write(preset);
        try {
            AtomicFiles.write(path, out -> out.write(content));
        } catch (IOException unwritable) {
            throw failed(path, "cannot be written", unwritable);
        }
        return new PresetFile(preset, path, FileState.of(content));
    }

    /// Removes the file.
    ///
    /// @throws PresetChangedException when it is no longer as it was read; it is left there
    /// @throws PresetException when it cannot be removed
    public void delete() {
        requireUnchanged("removed");
        try {
            Files.delete(path);
        } catch (IOException undeletable) {
            throw failed(path, "cannot be removed", undeletable);
        }
    }

    void requireUnchanged(String what) {
        requireUnchanged(path, state, what);
    }

    private static void requireUnchanged(Path path, FileState expected, String what) {
        FileState now = FileState.of(path);
        if (!now.equals(expected)) {
            throw new PresetChangedException(path, what, now.sha256().isPresent());
        }
    }

    /// The text of the file that [#save] would write.
    public static String text(Preset preset) {
        return PresetJson.text(preset);
    }

    static PresetException unreadable(Path path, IOException cause) {
        return failed(path, "cannot be read", cause);
    }

    static PresetException failed(Path path, String what, IOException cause) {
        String reason =
                switch (cause) {
                    case NoSuchFileException missing -> "there is no such file";
                    case AccessDeniedException denied -> what + ": permission denied";
                    default -> what + (Files.isDirectory(path) ? ": it is a folder" : "");
                };
        return new PresetException(List.of(PresetProblem.of(path.toString(), reason)), cause);
    }
}
