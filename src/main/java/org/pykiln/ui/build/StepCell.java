package org.pykiln.ui.build;

import java.time.Instant;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.JobState;
import org.pykiln.job.Step;
import org.pykiln.ui.common.StateIcon;
import org.pykiln.ui.common.Texts;

/// A step: number, what it runs, how long it took.
final class StepCell extends ListCell<Step> {
    private final BuildsViewModel model;
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label time = new Label();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable JobState shown;
    private final HBox row = new HBox(number, title, time);

    StepCell(BuildsViewModel model) {
        this.model = model;
        row.getStyleClass().add("step-cell");
        number.getStyleClass().add("step-number");
        time.getStyleClass().add("step-time");
        time.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("step-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTooltip(tooltip);
        HBox.setHgrow(title, Priority.ALWAYS);
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        model.jobs().now().subscribe(now -> refresh());
        model.state().subscribe(now -> refresh());
    }

    @Override
    protected void updateItem(@Nullable Step item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : row);
        refresh();
    }

    private void refresh() {
        Step item = getItem();
        if (item == null) {
            return;
        }
        Instant now = model.jobs().now().get();
        number.setText(String.valueOf(item.number()));
        title.setText(item.title().replaceAll("\\s+", " "));
        tooltip.setText(item.title());
        boolean unknown = item.ended().isEmpty() && model.state().get().isEnded();
        time.setText(item.cached() ? "cached" : unknown ? "" : Texts.clock(item.duration(now)));
        boolean last = getIndex() == model.steps().size() - 1;
        JobState state = last ? model.state().get() : JobState.SUCCEEDED;
        if (shown != state) {
            shown = state;
            number.setGraphic(StateIcon.of(state));
        }
    }
}
