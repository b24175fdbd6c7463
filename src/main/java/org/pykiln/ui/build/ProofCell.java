package org.pykiln.ui.build;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.StateIcon;

/// A proof: whether it holds, what it claims, what was seen.
final class ProofCell extends ListCell<Proven> {
    private final HBox sign = new HBox();
    private final Label claim = new Label();
    private final Label seen = new Label();
    private final HBox row = new HBox(sign, new VBox(claim, seen));

    ProofCell() {
        row.getStyleClass().add("proof-cell");
        seen.getStyleClass().addAll("quiet", "mono");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Proven item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : row);
        setTooltip(null);
        if (!empty && item != null) {
            claim.setText(item.claim());
            seen.setText((item.holds() ? "" : "seen: ") + item.seen());
            sign.getChildren().setAll(StateIcon.of(item.holds()));
            setTooltip(new Tooltip(item.knob() + "\n" + item.claim() + "\n" + item.seen()));
            setAccessibleText((item.holds() ? "holds: " : "does not hold: ") + item.claim());
        }
    }
}
