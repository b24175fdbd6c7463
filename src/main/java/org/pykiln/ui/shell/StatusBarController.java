package org.pykiln.ui.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// Engine, running job, and the two things that start jobs.
public final class StatusBarController {
    private final ShellViewModel model;
    private final EngineViewModel engine;
    private final JobsViewModel jobs;
    private final JobsDrawerViewModel drawerModel;
    @FXML private Button engineState;
    @FXML private HBox job;
    @FXML private Hyperlink jobName;
    @FXML private Label jobLine;
    @FXML private ProgressBar jobProgress;
    @FXML private Button cancel;
    @FXML private Button drawer;
    @FXML private Button build;
    @FXML private Button measure;

    public StatusBarController(
            ShellViewModel model, EngineViewModel engine, JobsDrawerViewModel drawerModel) {
        this.model = model;
        this.engine = engine;
        this.jobs = drawerModel.jobs();
        this.drawerModel = drawerModel;
    }

    @FXML
    void initialize() {
        engine.status().subscribe(now -> showState());
        engine.checking().subscribe(now -> showState());
        jobs.current().subscribe(now -> showJob());
        jobs.current().flatMap(JobViewModel::progress).subscribe(now -> showJob());
        jobs.now().subscribe(now -> showJob());
        jobs.waiting().subscribe(this::showWaiting);
        showWaiting();
        Shortcut.CANCEL.describe(cancel);
        jobLine.textProperty().subscribe(text -> jobLine.setTooltip(new Tooltip(text)));
        Shortcut.BUILD.describe(build);
        Shortcut.MEASURE.describe(measure);
    }

    private void showState() {
        engineState.setText(engine.line());
        engineState.setTooltip(new Tooltip(engine.detail() + engine.remedy()));
        engineState.setAccessibleText(engine.line());
        engineState.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("usable"), engine.isUsable());
        boolean missing = !engine.isUsable() && !engine.checking().get();
        engineState.pseudoClassStateChanged(PseudoClass.getPseudoClass("missing"), missing);
    }

    private void showWaiting() {
        drawer.setText(drawerModel.line());
        Shortcut.JOBS.describe(drawer);
        drawer.setAccessibleText(Shortcut.JOBS.what() + ", " + jobs.waiting().size() + " waiting");
    }

    private void showJob() {
        @Nullable JobViewModel current = jobs.current().get();
        job.setVisible(current != null);
        if (current != null) {
            jobName.setText(current.name());
            jobName.setTooltip(new Tooltip(current.name()));
            jobName.setVisited(false);
            jobLine.setText(current.line(jobs.now().get()));
            jobProgress.setProgress(current.share());
            jobProgress.setVisible(current.isRunning());
            jobProgress.setManaged(current.isRunning());
            cancel.setVisible(current.isRunning());
        }
    }

    @FXML
    void showEngine() {
        model.show(Section.ENGINES);
    }

    @FXML
    void showJobs() {
        jobs.selected().set(jobs.current().get());
        model.show(Section.BUILDS);
    }

    @FXML
    void cancel() {
        model.run(Shortcut.CANCEL);
    }

    @FXML
    void toggleJobs() {
        model.run(Shortcut.JOBS);
    }

    @FXML
    void build() {
        model.run(Shortcut.BUILD);
    }

    @FXML
    void measure() {
        model.run(Shortcut.MEASURE);
    }
}
