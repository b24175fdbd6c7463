package org.pykiln.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.pykiln.ui.common.JobsViewModel;

/// What is seen while the window waits for jobs to end.
public final class ClosingController {
    private final ClosingViewModel model;
    private final JobsViewModel jobs;
    @FXML private StackPane veil;
    @FXML private Label line;
    @FXML private Button closeNow;

    public ClosingController(ClosingViewModel model, JobsViewModel jobs) {
        this.model = model;
        this.jobs = jobs;
    }

    @FXML
    void initialize() {
        veil.visibleProperty().bind(model.waiting());
        jobs.unfinished().subscribe(now -> line.setText(model.line()));
        model.waiting()
                .subscribe(waiting -> {
                    if (waiting) {
                        closeNow.requestFocus();
                    }
                });
    }

    @FXML
    void closeNow() {
        model.closeNow();
    }
}
