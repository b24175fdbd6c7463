package org.pykiln.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.pykiln.ui.settings.JobSettingsViewModel.Field;

/// What concerns all builds and sessions.
public final class JobSettingsController {
    private final JobSettingsViewModel model;
    @FXML private TextField builds;
    @FXML private Label buildsComplaint;
    @FXML private TextField buildCpus;
    @FXML private Label buildCpusComplaint;
    @FXML private TextField measureCpus;
    @FXML private Label measureCpusComplaint;

    public JobSettingsController(JobSettingsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        bind(builds, buildsComplaint, model.builds());
        bind(buildCpus, buildCpusComplaint, model.buildCpus());
        bind(measureCpus, measureCpusComplaint, model.measureCpus());
    }

    private static void bind(TextField typed, Label complaint, Field field) {
        typed.textProperty().bindBidirectional(field.text());
        complaint.textProperty().bind(field.complaint());
        complaint.visibleProperty().bind(field.complaint().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
    }
}
