package org.pykiln.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Command;

/// A field and a list over the window.
public final class PaletteController {
    private final PaletteViewModel model;
    @FXML private StackPane veil;
    @FXML private TextField query;
    @FXML private ListView<Command> matches;
    @FXML private Label nothing;

    public PaletteController(PaletteViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        query.textProperty().bindBidirectional(model.query());
        matches.setItems(model.matches());
        matches.setCellFactory(list -> new CommandCell());
        model.matches().subscribe(() -> matches.getSelectionModel().selectFirst());
        nothing.visibleProperty().bind(matches.getSelectionModel().selectedItemProperty().isNull());
        veil.visibleProperty().bind(model.open());
        model.open()
                .subscribe(open -> {
                    if (open) {
                        matches.getSelectionModel().selectFirst();
                        matches.scrollTo(0);
                        query.requestFocus();
                    }
                });
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    }

    /// The keys stay in the field; only the choice moves.
    private void steer(KeyEvent event) {
        int page = 8;
        switch (event.getCode()) {
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
        Command chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.run(chosen);
        }
    }

    @FXML
    void dismiss(MouseEvent event) {
        if (event.getTarget() == veil) {
            model.hide();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        /// Long names are shortened, not scrolled.
        CommandCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(command.name());
            Label keys = new Label(command.keys());
            keys.getStyleClass().add("quiet");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(name, gap, keys);
            line.getStyleClass().add("command");
            setGraphic(line);
            setAccessibleText(command.name());
        }
    }
}
