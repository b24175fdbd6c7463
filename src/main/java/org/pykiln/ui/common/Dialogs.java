package org.pykiln.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that asks a person outside the window, and the clipboard. Called on the window's
/// thread; each question returns when it is answered.
public interface Dialogs {
    /// What to do with changes that are about to be lost.
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// Kinds of file that are asked for.
    enum Kind {
        PRESET("Preset", "*.json"),
        RESULTS("pyperf results", "*.json"),
        REPORT("Report", "*.html"),
        BUNDLE("Bundle of a session", "*.zip"),
        EXPORT("Dockerfile and all it copies", "*.zip"),
        SVG("SVG picture", "*.svg"),
        PNG("PNG picture", "*.png"),
        LOG("Log", "*.log"),
        CSV("Comma-separated values", "*.csv");

        private final String label;
        private final String pattern;

        Kind(String label, String pattern) {
            this.label = label;
            this.pattern = pattern;
        }

        public String label() {
            return label;
        }

        public String pattern() {
            return pattern;
        }
    }

    Optional<Path> openFile(String title, Kind kind);

    List<Path> openFiles(String title, Kind kind);

    Optional<Path> saveFile(String title, Kind kind, String proposedName);

    Optional<Path> chooseFolder(String title, Optional<Path> start);

    Unsaved unsavedChanges(String name);

    /// @param action what the confirming button says
    boolean confirm(String question, String detail, String action);

    void copy(String text);

    /// The text on the clipboard; empty when there is none.
    String copied();

    /// Opens the file with the program that the desktop has for it, where it has one.
    void open(Path file);

    /// Files and folders on the clipboard, in their order.
    List<Path> copiedFiles();

    /// @param png a picture as a PNG file holds it
    void copyPicture(byte[] png);
}
