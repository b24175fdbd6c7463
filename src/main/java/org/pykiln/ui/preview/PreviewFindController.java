package org.pykiln.ui.preview;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.pykiln.ui.common.Shortcut;

/// Finds something in the Dockerfile.
public final class PreviewFindController {
    private final FindViewModel model;
    @FXML private HBox root;
    @FXML private TextField query;
    @FXML private Label tally;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button close;

    public PreviewFindController(PreviewViewModel model) {
        this.model = model.find();
    }

    @FXML
    void initialize() {
        root.visibleProperty().bind(model.open());
        root.managedProperty().bind(model.open());
        query.textProperty().bindBidirectional(model.query());
        tally.textProperty().bind(model.tally());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.asked()
                .subscribe(count -> {
                    if (count.longValue() > 0) {
                        query.requestFocus();
                        query.selectAll();
                    }
                });
        Shortcut.describe(previous, "Previous place  (Shift+Enter)", "Previous place");
        Shortcut.describe(next, "Next place  (Enter)", "Next place");
        Shortcut.describe(close, "Close  (Esc)", "Close the search of the Dockerfile");
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                model.previous();
            } else {
                model.next();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        }
    }

    @FXML
    void next() {
        model.next();
    }

    @FXML
    void previous() {
        model.previous();
    }

    @FXML
    void close() {
        model.close();
    }
}
