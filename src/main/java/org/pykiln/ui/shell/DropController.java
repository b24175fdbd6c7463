package org.pykiln.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Section;

/// Lies over the section while files are dragged over the window, and says what would become of
/// them.
public final class DropController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final DropViewModel model;
    @FXML private Node dropTarget;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label text;

    public DropController(DropViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.offer().subscribe(this::show);
    }

    /// Takes what is dragged over the node.
    void watch(Node area) {
        area.setOnDragEntered(event -> model.enter(files(event)));
        area.setOnDragOver(this::over);
        area.setOnDragExited(event -> model.leave());
        area.setOnDragDropped(this::drop);
    }

    /// Opens the section when files are held over what leads to it.
    void leads(Node button, Section section) {
        button.setOnDragEntered(event -> model.waitAt(section));
        button.setOnDragExited(event -> model.goOn());
    }

    private void over(DragEvent event) {
        if (model.accepts()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        List<Path> files = files(event);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        model.drop(files);
    }

    private static List<Path> files(DragEvent event) {
        Dragboard dragged = event.getDragboard();
        return dragged.hasFiles()
                ? dragged.getFiles().stream().map(File::toPath).toList()
                : List.of();
    }

    private void show(Optional<DropOffer> offer) {
        dropTarget.setVisible(offer.isPresent());
        offer.ifPresent(shown -> {
            boolean refused = shown instanceof DropOffer.Refuse;
            dropTarget.pseudoClassStateChanged(REFUSED, refused);
            icon.setIconLiteral(refused ? "fth-slash" : "fth-download");
            title.setText(shown.title());
            text.setText(shown.text());
        });
    }
}
