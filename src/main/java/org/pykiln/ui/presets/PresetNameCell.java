package org.pykiln.ui.presets;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// A preset in a list of choices.
final class PresetNameCell extends ListCell<NamedRecipe> {
    @Override
    protected void updateItem(@Nullable NamedRecipe preset, boolean empty) {
        super.updateItem(preset, empty);
        setText(empty || preset == null ? null : preset.name());
    }
}
