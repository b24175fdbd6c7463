package org.pykiln.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A field and a list over the window.
public final class PaletteController {
    private final PaletteViewModel model;
    private @Nullable Node before;
    @FXML private StackPane veil;
    @FXML private TextField query;
    @FXML private ListView<PaletteLine> matches;
    @FXML private Label nothing;

    public PaletteController(PaletteViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        query.textProperty().bindBidirectional(model.query());
        matches.setItems(model.matches());
        matches.setCellFactory(list -> new PaletteCell());
        model.matches().subscribe(() -> matches.getSelectionModel().selectFirst());
        nothing.visibleProperty().bind(matches.getSelectionModel().selectedItemProperty().isNull());
        veil.visibleProperty().bind(model.open());
        model.open().subscribe(this::moveFocus);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    }

    /// Into the field when it opens, and back to where it was when it closes.
    private void moveFocus(boolean open) {
        if (open) {
            before = veil.getScene() == null ? null : veil.getScene().getFocusOwner();
            matches.getSelectionModel().selectFirst();
            matches.scrollTo(0);
            query.requestFocus();
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    /// The keys stay in the field; only the choice moves.
    private void steer(KeyEvent event) {
        int page = 8;
        switch (event.getCode()) {
            case TAB -> move(event.isShiftDown() ? -1 : 1);
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(page);
            case PAGE_UP -> move(-page);
            case ENTER -> choose();
            case ESCAPE -> model.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = matches.getItems().size() - 1;
        int next =
                Math.clamp(
                        matches.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        matches.getSelectionModel().select(next);
        matches.scrollTo(Math.max(0, next - 4));
    }

    @FXML
    void choose() {
        PaletteLine chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.run(chosen.command());
        }
    }

    @FXML
    void dismiss(MouseEvent event) {
        if (event.getTarget() == veil) {
            model.hide();
        }
    }
}
