package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.pykiln.settings.Settings;
import org.pykiln.settings.SettingsFile;

/// What a person chose once and for all, and what PyKiln knows of itself.
///
/// See [Services] for which calls may block.
public interface SettingsServices {
    /// Answers at once.
    SettingsFile.Loaded settings();

    /// Changes what the file says then. Answers at once: the file is small, and a window that is
    /// closed has no later.
    void change(UnaryOperator<Settings> change) throws ProblemException;

    /// Where things are kept, in the order in which they are shown. Answers at once.
    List<Folder> folders();

    /// Versions by what they are of. Answers at once.
    SequencedMap<String, String> versions();

    /// @param purpose what is in it
    record Folder(String purpose, Path path) {}
}
