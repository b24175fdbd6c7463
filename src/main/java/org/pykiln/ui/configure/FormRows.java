package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of the form under their headings, and which part of them is in sight.
final class FormRows {
    private final ScrollPane scroll;
    private final VBox form;
    private final List<KnobRow> rows = new ArrayList<>();

    FormRows(ScrollPane scroll, VBox form) {
        this.scroll = scroll;
        this.form = form;
    }

    void add(GroupViewModel group, Runnable toEngines) {
        form.getChildren().add(new GroupHeading(group));
        for (KnobViewModel knob : group.knobs()) {
            KnobRow row = new KnobRow(knob, toEngines);
            rows.add(row);
            form.getChildren().add(row);
        }
    }

    int count() {
        return rows.size();
    }

    void explained(@Nullable KnobViewModel knob) {
        for (KnobRow row : rows) {
            boolean on = knob != null && row.getId().equals("knob-" + knob.id());
            row.explained(on);
            // a row must not run away from under the pointer that has just pressed on it
            if (on && !row.isHover()) {
                reveal(row);
            }
        }
    }

    /// Scrolls as little as brings the whole row into sight.
    private void reveal(KnobRow row) {
        scroll.applyCss();
        scroll.layout();
        Bounds view = scroll.getViewportBounds();
        Bounds content = scroll.getContent().getLayoutBounds();
        double hidden = content.getHeight() - view.getHeight();
        if (hidden <= 0) {
            return;
        }
        Bounds place = scroll.getContent().sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double wanted =
                place.getMinY() < top
                        ? place.getMinY()
                        : Math.max(top, place.getMaxY() - view.getHeight());
        scroll.setVvalue(Math.min(1, wanted / hidden));
    }
}
