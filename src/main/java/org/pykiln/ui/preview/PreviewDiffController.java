package org.pykiln.ui.preview;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Shortcut;

/// The Dockerfile beside another one.
public final class PreviewDiffController {
    private final PreviewViewModel model;
    private final DiffViewModel diff;
    @FXML private VBox root;
    @FXML private ComboBox<Against> against;
    @FXML private Label tally;
    @FXML private Label same;
    @FXML private ToggleButton fold;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private ScrollBar sideways;

    public PreviewDiffController(PreviewViewModel model) {
        this.model = model;
        this.diff = model.diff();
    }

    @FXML
    void initialize() {
        root.visibleProperty().bind(diff.open());
        root.managedProperty().bind(diff.open());
        against.setCellFactory(list -> new NameCell());
        against.setButtonCell(new NameCell());
        against.setItems(diff.choices());
        against.valueProperty()
                .subscribe(one -> {
                    if (one != null) {
                        diff.against().set(one);
                    }
                });
        diff.against().subscribe(against::setValue);
        tally.textProperty().bind(diff.tally());
        same.textProperty().bind(diff.same());
        same.visibleProperty().bind(diff.same().isNotEmpty());
        same.managedProperty().bind(same.visibleProperty());
        fold.selectedProperty().bindBidirectional(diff.folding());
        DiffView view = new DiffView(model);
        VBox.setVgrow(view, Priority.ALWAYS);
        root.getChildren().add(root.getChildren().size() - 1, view);
        sideways.maxProperty().bind(view.hidden());
        sideways.visibleAmountProperty().bind(view.widthProperty().divide(2));
        sideways.valueProperty().bindBidirectional(view.offset());
        // keeps its place: one that came and went with the width would lay out the list twice
        sideways.visibleProperty().bind(view.hidden().greaterThan(0));
        Shortcut.label(fold, "Fold what is the same on both sides");
        Shortcut.PREVIOUS_DIFFERENCE.describe(previous);
        Shortcut.NEXT_DIFFERENCE.describe(next);
    }

    @FXML
    void next() {
        diff.next();
    }

    @FXML
    void previous() {
        diff.previous();
    }

    private static final class NameCell extends ListCell<Against> {
        @Override
        protected void updateItem(@Nullable Against one, boolean empty) {
            super.updateItem(one, empty);
            setText(empty || one == null ? null : one.label());
        }
    }
}
