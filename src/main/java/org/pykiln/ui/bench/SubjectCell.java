package org.pykiln.ui.bench;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something that can be measured, with a box to pick it.
final class SubjectCell extends ListCell<SubjectViewModel> {
    private static final double LONGEST_TOOLTIP = 420;
    private static final double LEAST_KIND = 72;

    private final CheckBox box = new CheckBox();
    private final Tooltip tooltip = new Tooltip();
    private final FontIcon icon = new FontIcon();
    private final Label kind = new Label();
    private final HBox row = new HBox(box, icon, kind);
    private @Nullable BooleanProperty bound;

    SubjectCell() {
        row.getStyleClass().add("subject-cell");
        box.getStyleClass().add("subject-name");
        box.setMnemonicParsing(false);
        kind.getStyleClass().add("quiet");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(LONGEST_TOOLTIP);
        box.setTooltip(tooltip);
        kind.setTooltip(tooltip);
        // the name has the room that it needs, and this what is left
        kind.setPrefWidth(0);
        kind.setMinWidth(LEAST_KIND);
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kind, Priority.ALWAYS);
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable SubjectViewModel item, boolean empty) {
        super.updateItem(item, empty);
        if (bound != null) {
            box.selectedProperty().unbindBidirectional(bound);
            bound = null;
        }
        setGraphic(empty || item == null ? null : row);
        if (!empty && item != null) {
            bound = item.picked();
            box.selectedProperty().bindBidirectional(bound);
            box.setText(item.name());
            kind.setText(item.kind());
            tooltip.setText(item.name() + "\n" + item.kind());
            icon.setIconLiteral(item.isImage() ? "fth-package" : "fth-file-text");
        }
    }
}
