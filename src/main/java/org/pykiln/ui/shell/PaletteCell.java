package org.pykiln.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.shell.PaletteLine.Piece;

/// A command: its name with what was typed marked, why it cannot be done, its keys.
final class PaletteCell extends ListCell<PaletteLine> {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    /// Letters that have room in any palette.
    private static final int MARKED = 48;

    /// Long names are shortened, not scrolled.
    PaletteCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            pseudoClassStateChanged(IMPOSSIBLE, false);
            return;
        }
        Command command = line.command();
        pseudoClassStateChanged(IMPOSSIBLE, !command.isPossible());
        Label obstacle = new Label(command.obstacle());
        obstacle.getStyleClass().addAll("quiet", "obstacle");
        Label keys = new Label(command.keys());
        keys.getStyleClass().add("quiet");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name(line), obstacle, keys);
        row.getStyleClass().add("palette-row");
        setGraphic(row);
        setAccessibleText(line.spoken());
    }

    /// Only the last piece gives way when there is no room.
    private static Node name(PaletteLine line) {
        HBox name = new HBox();
        for (Piece piece : line.markedWithin(MARKED)) {
            Label label = new Label(piece.text());
            label.getStyleClass().add(piece.found() ? "palette-found" : "palette-name");
            label.setMinWidth(Region.USE_PREF_SIZE);
            name.getChildren().add(label);
        }
        ((Region) name.getChildren().getLast()).setMinWidth(0);
        name.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(name.widthProperty());
        clip.heightProperty().bind(name.heightProperty());
        name.setClip(clip);
        HBox.setHgrow(name, Priority.ALWAYS);
        return name;
    }
}
