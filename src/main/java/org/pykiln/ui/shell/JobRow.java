package org.pykiln.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.StateIcon;

/// A job in the drawer: what it is, how far, and what can be done about it.
final class JobRow extends HBox {
    private final JobViewModel job;
    private final JobsDrawerViewModel model;
    private final StackPane sign = new StackPane();
    private final Hyperlink name = new Hyperlink();
    private final Label line = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button sooner = button("fth-arrow-up");
    private final Button later = button("fth-arrow-down");
    private final Button cancel = button("fth-x");
    private final Subscription watching;

    JobRow(JobViewModel job, JobsDrawerViewModel model) {
        this.job = job;
        this.model = model;
        getStyleClass().add("job-row");
        setId("job-" + job.job().number());
        name.setText(job.name());
        name.setMnemonicParsing(false);
        name.setTooltip(new Tooltip(job.name()));
        name.setOnAction(event -> {
            model.show(job);
            name.setVisited(false);
        });
        line.getStyleClass().add("quiet");
        line.setMinWidth(0);
        line.textProperty().subscribe(text -> line.setTooltip(new Tooltip(text)));
        progress.getStyleClass().add("small");
        progress.setAccessibleText("Progress of " + job.name());
        sooner.setId("sooner");
        sooner.setOnAction(event -> model.move(job, -1));
        later.setOnAction(event -> model.move(job, 1));
        cancel.setOnAction(event -> model.cancel(job));
        Shortcut.label(sooner, "Run " + job.name() + " sooner");
        Shortcut.label(later, "Run " + job.name() + " later");
        Shortcut.label(cancel, "Cancel " + job.name());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(sign, name, line, gap, progress, sooner, later, cancel);
        watching =
                Subscription.combine(
                        job.progress().subscribe(now -> refresh()),
                        model.jobs().now().subscribe(now -> refresh()),
                        model.jobs().waiting().subscribe(this::refresh));
    }

    JobViewModel job() {
        return job;
    }

    /// When it is shown no more.
    void forget() {
        watching.unsubscribe();
    }

    private static Button button(String icon) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        return button;
    }

    private void refresh() {
        JobState state = job.state();
        sign.getChildren().setAll(StateIcon.of(state));
        line.setText(model.line(job));
        progress.setProgress(job.share());
        show(progress, state == JobState.RUNNING || state == JobState.CANCELLING);
        boolean waits = model.jobs().waiting().contains(job);
        show(sooner, waits);
        show(later, waits);
        sooner.setDisable(!model.canMove(job, -1));
        later.setDisable(!model.canMove(job, 1));
        show(cancel, !state.isEnded());
        cancel.setDisable(state == JobState.CANCELLING);
    }

    private static void show(Region node, boolean when) {
        node.setVisible(when);
        node.setManaged(when);
    }
}
