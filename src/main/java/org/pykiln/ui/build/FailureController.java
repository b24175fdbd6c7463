package org.pykiln.ui.build;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Shortcut;

/// Why a build failed, and the place in its Dockerfile.
public final class FailureController {
    private final BuildsViewModel model;
    @FXML private Region root;
    @FXML private Label problem;
    @FXML private Button goToError;
    @FXML private ListView<Failure.Line> excerpt;

    public FailureController(BuildsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        BuildViewModel shown = model.shown();
        problem.textProperty().bind(shown.problem());
        root.visibleProperty().bind(shown.problem().isNotEmpty());
        root.managedProperty().bind(root.visibleProperty());
        excerpt.setFixedCellSize(18);
        excerpt.setCellFactory(list -> new ExcerptCell());
        shown.failure().subscribe(this::show);
        excerpt.managedProperty().bind(excerpt.visibleProperty());
        Shortcut.label(goToError, "Go to the first error in the log");
    }

    private void show(Failure failure) {
        excerpt.getItems().setAll(failure.lines());
        excerpt.setVisible(failure.first() >= 0);
        if (failure.first() >= 0) {
            excerpt.scrollTo(Math.max(0, failure.focus() - 3));
        }
    }

    @FXML
    void goToError() {
        model.goToError();
    }

    private static final class ExcerptCell extends ListCell<Failure.Line> {
        private final Label number = new Label();

        ExcerptCell() {
            number.getStyleClass().add("line-number");
            setGraphic(number);
        }

        @Override
        protected void updateItem(Failure.@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            number.setText(empty || item == null ? "" : String.valueOf(item.number()));
            setText(empty || item == null ? null : item.text());
            Failure.Part mine = empty || item == null ? Failure.Part.NONE : item.part();
            for (Failure.Part part : Failure.Part.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(
                                "failed-" + part.name().toLowerCase(Locale.ROOT)),
                        part == mine);
            }
        }
    }
}
