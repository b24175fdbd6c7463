package org.pykiln.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pykiln.workspace.AtomicFiles;

/// The file of settings. Window and command line may be open on it at once, so a change is made to
/// what the file says then, and only that is changed.
public final class SettingsFile {
    private static final String ASIDE = "settings-not-read.json";
    private static final String NOT_TEXT = "expected UTF-8";

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// @param problem what of the file could not be read, and where it was put; empty when all was
    public record Loaded(Settings settings, Optional<String> problem) {}

    public Path path() {
        return file;
    }

    /// Why nothing of the file can be read; empty where some of it can, or where there is none.
    /// Changes nothing.
    public synchronized Optional<String> unreadable() {
        try {
            return SettingsJson.noObject(Files.readString(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.of(NOT_TEXT);
        } catch (IOException failed) {
            return Optional.of(
                    failed.getMessage() == null ? failed.toString() : failed.getMessage());
        }
    }

    /// Gives the file, or what stands in its place, another name that nothing has yet.
    ///
    /// @return where it is now
    public synchronized Path setAside() throws IOException {
        return AtomicFiles.rename(file, file.resolveSibling(ASIDE));
    }

    /// What cannot be read has its default. A file with such parts is put aside under another name
    /// and said once; the parts that can be read stay.
    public synchronized Loaded load() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException none) {
            return new Loaded(Settings.DEFAULTS, Optional.empty());
        } catch (CharacterCodingException notText) {
            return putAside(new SettingsJson.Read(Settings.DEFAULTS, List.of(NOT_TEXT)), "");
        } catch (IOException unreadable) {
            return new Loaded(
                    Settings.DEFAULTS,
                    Optional.of(
                            "The settings in %s cannot be read: %s".formatted(file, unreadable)));
        }
        SettingsJson.Read read = SettingsJson.read(text);
        return read.complaints().isEmpty()
                ? new Loaded(read.settings(), Optional.empty())
                : putAside(read, text);
    }

    /// @throws IOException when the file cannot be written; it is as it was then
    public synchronized Settings change(UnaryOperator<Settings> change) throws IOException {
        Settings changed = change.apply(load().settings());
        AtomicFiles.write(
                file, SettingsJson.text(changed, Files.exists(file) ? Files.readString(file) : ""));
        return changed;
    }

    private Loaded putAside(SettingsJson.Read read, String text) {
        String what = String.join("\n", read.complaints());
        Path aside;
        try {
            aside = setAside();
            AtomicFiles.write(file, SettingsJson.text(read.settings(), text));
        } catch (IOException notWritable) {
            return new Loaded(
                    read.settings(),
                    Optional.of(
                            "Settings that cannot be read have their defaults. In %s:\n%s"
                                    .formatted(file, what)));
        }
        return new Loaded(
                read.settings(),
                Optional.of(
                        "Settings that cannot be read have their defaults now; the file is kept as %s.\n%s"
                                .formatted(aside, what)));
    }
}
