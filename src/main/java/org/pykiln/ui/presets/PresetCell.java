package org.pykiln.ui.presets;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// A preset in the list: what it is called, what it is for, what it differs in.
final class PresetCell extends ListCell<PresetRow> {
    private static final double LONGEST_TOOLTIP = 480;

    private final Label name = new Label();
    private final Label tags = new Label();
    private final Label own = badge("own");
    private final Label rendered = badge("rendered, not built");
    private final Label description = new Label();
    private final Label difference = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    PresetCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(name, own, rendered, gap, tags);
        title.getStyleClass().add("preset-title");
        name.getStyleClass().add("preset-name");
        tags.getStyleClass().addAll("quiet", "hint");
        difference.getStyleClass().addAll("quiet", "hint");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(LONGEST_TOOLTIP);
        for (Label label : new Label[] {name, tags, description, difference}) {
            label.setTooltip(tooltip);
            label.setMinWidth(0);
        }
        box = new VBox(title, description, difference);
        box.getStyleClass().add("preset-cell");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable PresetRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : box);
        if (empty || row == null) {
            setAccessibleText(null);
            return;
        }
        NamedRecipe preset = row.preset();
        name.setText(preset.name());
        tags.setText(String.join(" · ", preset.tags()));
        description.setText(preset.description());
        difference.setText(row.difference());
        Presence.set(description, !preset.description().isEmpty());
        Presence.set(own, !preset.shipped());
        Presence.set(rendered, row.renderedOnly());
        tooltip.setText(
                "%s\n%s\n%s".formatted(preset.name(), preset.description(), row.difference()));
        setAccessibleText(preset.name() + ", " + row.difference());
    }

    static Label badge(String text) {
        Label badge = new Label(text);
        badge.getStyleClass().add("tag");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }
}
