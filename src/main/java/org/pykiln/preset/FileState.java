package org.pykiln.preset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a file held at one moment, so that a later change by somebody else can be seen.
///
/// @param sha256 of its content in hexadecimal, or nothing when there was no file
public record FileState(Optional<String> sha256) {
    public static final FileState ABSENT = new FileState(Optional.empty());

    /// What the file holds now.
    ///
    /// @throws PresetException when there is a file that cannot be read
    public static FileState of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return ABSENT;
        } catch (IOException unreadable) {
            throw PresetFile.unreadable(file, unreadable);
        }
    }

    static FileState of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new FileState(Optional.of(HexFormat.of().formatHex(digest)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
