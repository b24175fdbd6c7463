package org.pykiln.ui.build;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.StateIcon;

/// A job or build in the list: its name, and how far it is or how it ended.
final class JobCell extends ListCell<BuildEntry> {
    private final JobsViewModel jobs;
    private final Label name = new Label();
    private final Label line = new Label();
    private final VBox box = new VBox(name, line);
    private @Nullable JobState shown;
    private Subscription watching = Subscription.EMPTY;

    JobCell(JobsViewModel jobs) {
        this.jobs = jobs;
        line.getStyleClass().add("quiet");
        box.getStyleClass().add("job-cell");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        jobs.now().subscribe(now -> refresh());
    }

    @Override
    protected void updateItem(@Nullable BuildEntry item, boolean empty) {
        super.updateItem(item, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        setGraphic(empty || item == null ? null : box);
        if (!empty && item != null) {
            name.setText(item.name());
            if (item instanceof BuildEntry.Live(JobViewModel job)) {
                watching = job.progress().subscribe(progress -> refresh());
            }
            refresh();
        }
    }

    private void refresh() {
        BuildEntry item = getItem();
        if (item != null) {
            line.setText(item.line(jobs.now().get()));
            if (shown != item.state()) {
                shown = item.state();
                line.setGraphic(StateIcon.of(item.state()));
            }
        }
    }
}
