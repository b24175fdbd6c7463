package org.pykiln.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.Shortcut;

/// All jobs, between the section and the status bar.
public final class JobsDrawerController {
    private final JobsDrawerViewModel model;
    private final Map<JobViewModel, JobRow> rows = new HashMap<>();
    private @Nullable Node before;
    @FXML private VBox drawer;
    @FXML private VBox list;
    @FXML private Label none;
    @FXML private Button cancelWaiting;
    @FXML private Button clear;
    @FXML private Button close;

    public JobsDrawerController(JobsDrawerViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        drawer.visibleProperty().bind(model.open());
        drawer.managedProperty().bind(model.open());
        model.listed().subscribe(this::show);
        show();
        model.open().subscribe(this::moveFocus);
        Shortcut.label(cancelWaiting, "Cancel all jobs that wait; the one that runs goes on");
        Shortcut.label(clear, "Take ended jobs off this list; Builds keeps them");
        Shortcut.JOBS.describe(close);
        drawer.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.open().set(false);
                        event.consume();
                    }
                });
    }

    private void show() {
        List<JobViewModel> listed = model.listed();
        rows.values().stream().filter(row -> !listed.contains(row.job())).forEach(JobRow::forget);
        rows.keySet().retainAll(listed);
        list.getChildren()
                .setAll(
                        listed.stream()
                                .map(job ->
                                        rows.computeIfAbsent(job, one -> new JobRow(one, model)))
                                .toList());
        none.setVisible(listed.isEmpty());
        none.setManaged(listed.isEmpty());
        cancelWaiting.setDisable(model.jobs().waiting().isEmpty());
        clear.setDisable(listed.stream().allMatch(JobViewModel::isRunning));
    }

    /// Into the drawer when it opens, and back to where it was when it closes.
    private void moveFocus(boolean open) {
        if (drawer.getScene() == null) {
            return;
        }
        if (open) {
            before = drawer.getScene().getFocusOwner();
            close.requestFocus();
        } else if (before != null) {
            before.requestFocus();
        }
    }

    @FXML
    void cancelWaiting() {
        model.cancelWaiting();
    }

    @FXML
    void clear() {
        model.clearFinished();
    }

    @FXML
    void close() {
        model.open().set(false);
    }
}
