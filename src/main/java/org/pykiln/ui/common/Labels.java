package org.pykiln.ui.common;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Labels that are made in code.
public final class Labels {
    private Labels() {}

    /// As many lines as the text needs; the pane above gives way, not the text.
    public static Label wrapped(@Nullable String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
