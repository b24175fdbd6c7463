package org.pykiln.ui.build;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A layer: how large, which share of the image, and the instruction that made it.
final class LayerCell extends ListCell<LayersViewModel.Row> {
    private static final PseudoClass BASE = PseudoClass.getPseudoClass("base");
    private static final double BAR = 160;

    private final Label size = new Label();
    private final Label share = new Label();
    private final Region bar = new Region();
    private final Label origin = new Label();
    private final Label instruction = new Label();
    private final HBox row;

    LayerCell() {
        size.getStyleClass().add("layer-number");
        share.getStyleClass().add("layer-number");
        bar.getStyleClass().add("layer-bar");
        bar.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("layer-track");
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        origin.getStyleClass().addAll("quiet", "layer-origin");
        instruction.getStyleClass().add("step-title");
        instruction.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(instruction, Priority.ALWAYS);
        row = new HBox(size, share, track, origin, instruction);
        row.getStyleClass().add("layer-cell");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(LayersViewModel.@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        boolean shows = !empty && item != null;
        setGraphic(shows ? row : null);
        setTooltip(null);
        if (!empty && item != null) {
            size.setText(item.size());
            share.setText(item.percent());
            bar.setPrefWidth(Math.max(2, BAR * item.share()));
            origin.setText(item.base() ? "base" : "recipe");
            String made = item.instruction().isEmpty() ? "not told" : item.instruction();
            instruction.setText(made);
            Tooltip whole = new Tooltip(made);
            whole.setWrapText(true);
            whole.setMaxWidth(700);
            setTooltip(whole);
            setAccessibleText(
                    "%s, %s, %s: %s"
                            .formatted(item.size(), item.percent(), origin.getText(), made));
        }
        pseudoClassStateChanged(BASE, item != null && item.base());
    }
}
