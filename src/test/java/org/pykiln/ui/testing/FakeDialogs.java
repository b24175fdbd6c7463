package org.pykiln.ui.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.ui.common.Dialogs;

/// Answers what a test says beforehand.
public final class FakeDialogs implements Dialogs {
    public Optional<Path> file = Optional.empty();
    public Unsaved unsaved = Unsaved.CANCEL;
    public boolean confirms;
    public String clipboard = "";
    public byte[] picture = {};
    public List<Path> files = List.of();
    public final List<String> asked = new ArrayList<>();

    @Override
    public Optional<Path> openFile(String title, Kind kind) {
        asked.add(title);
        return file;
    }

    @Override
    public List<Path> openFiles(String title, Kind kind) {
        asked.add(title);
        return file.stream().toList();
    }

    @Override
    public Optional<Path> saveFile(String title, Kind kind, String proposedName) {
        asked.add(title + " " + proposedName);
        return file;
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        asked.add(title);
        return file;
    }

    @Override
    public Unsaved unsavedChanges(String name) {
        asked.add("unsaved " + name);
        return unsaved;
    }

    @Override
    public boolean confirm(String question, String detail, String action) {
        asked.add(question);
        return confirms;
    }

    @Override
    public void copy(String text) {
        clipboard = text;
    }

    @Override
    public String copied() {
        return clipboard;
    }

    @Override
    public void open(Path file) {
        asked.add("open " + file);
    }

    @Override
    public List<Path> copiedFiles() {
        return files;
    }

    @Override
    public void copyPicture(byte[] png) {
        picture = png;
    }
}
