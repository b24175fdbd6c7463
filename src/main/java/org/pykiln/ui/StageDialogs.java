package org.pykiln.ui;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Dialogs;

/// The platform's dialogs, owned by one window. Remembers where the person was last.
final class StageDialogs implements Dialogs {
    private final Stage owner;
    private final HostServices desktop;
    private @Nullable File folder;

    StageDialogs(Stage owner, HostServices desktop) {
        this.owner = owner;
        this.desktop = desktop;
    }

    @Override
    public Optional<Path> openFile(String title, Kind kind) {
        return chosen(files(title, kind).showOpenDialog(owner));
    }

    @Override
    public List<Path> openFiles(String title, Kind kind) {
        List<File> files = files(title, kind).showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> saveFile(String title, Kind kind, String proposedName) {
        FileChooser chooser = files(title, kind);
        chooser.setInitialFileName(proposedName);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File from = start.map(Path::toFile).orElse(folder);
        if (from != null && from.isDirectory()) {
            chooser.setInitialDirectory(from);
        }
        return chosen(chooser.showDialog(owner));
    }

    @Override
    public Unsaved unsavedChanges(String name) {
        ButtonType save = new ButtonType("Save", ButtonData.YES);
        ButtonType discard = new ButtonType("Discard changes", ButtonData.NO);
        ButtonType cancel = new ButtonType("Keep editing", ButtonData.CANCEL_CLOSE);
        ButtonType answer =
                ask(
                        "\"" + name + "\" has unsaved changes",
                        "They would be lost.",
                        save,
                        discard,
                        cancel);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean confirm(String question, String detail, String action) {
        ButtonType yes = new ButtonType(action, ButtonData.YES);
        return ask(question, detail, yes, ButtonType.CANCEL) == yes;
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public String copied() {
        return Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
    }

    @Override
    public List<Path> copiedFiles() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public void copyPicture(byte[] png) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(png)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void open(Path file) {
        desktop.showDocument(file.toUri().toString());
    }

    private ButtonType ask(String question, String detail, ButtonType... answers) {
        Alert alert = new Alert(Alert.AlertType.NONE, detail, answers);
        alert.initOwner(owner);
        alert.setTitle("PyKiln");
        alert.setHeaderText(question);
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }

    private FileChooser files(String title, Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.label(), kind.pattern()));
        if (folder != null && Files.isDirectory(folder.toPath())) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            folder = file.isDirectory() ? file : file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
