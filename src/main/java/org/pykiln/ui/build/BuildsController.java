package org.pykiln.ui.build;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.Step;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.Shortcut;

/// Jobs, and of one of them the steps, the log and the proofs.
public final class BuildsController {
    private final BuildsViewModel model;
    private final EngineViewModel engine;
    @FXML private Node empty;
    @FXML private Node work;
    @FXML private Node noEngine;
    @FXML private ListView<JobViewModel> jobs;
    @FXML private ListView<Step> steps;
    @FXML private ListView<Proven> proofs;
    @FXML private VBox proofPane;
    @FXML private Label headline;
    @FXML private Button cancel;
    @FXML private Button build;
    @FXML private CheckBox noCache;

    public BuildsController(BuildsViewModel model, EngineViewModel engine) {
        this.model = model;
        this.engine = engine;
    }

    @FXML
    void initialize() {
        jobs.setItems(model.jobs().jobs());
        jobs.setCellFactory(list -> new JobCell(model.jobs()));
        jobs.getSelectionModel().selectedItemProperty().subscribe(this::select);
        model.jobs()
                .selected()
                .subscribe(job -> {
                    if (job != null) {
                        jobs.getSelectionModel().select(job);
                    }
                });
        steps.setFixedCellSize(28);
        steps.setItems(model.steps());
        steps.setCellFactory(list -> new StepCell(model));
        model.steps().subscribe(() -> steps.scrollTo(model.steps().size() - 1));
        proofs.setItems(model.proofs());
        proofs.setCellFactory(list -> new ProofCell());
        headline.textProperty().bind(model.headline());
        noCache.selectedProperty().bindBidirectional(model.noCache());
        show(proofPane, Bindings.isNotEmpty(model.proofs()));
        var none = Bindings.isEmpty(model.jobs().jobs());
        var usable =
                Bindings.createBooleanBinding(
                        () -> engine.isUsable() || engine.status().get().attempts().isEmpty(),
                        engine.status());
        show(noEngine, none.and(usable.not()));
        show(empty, none.and(usable));
        show(work, none.not());
        cancel.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !model.state().get().isEnded(), model.state()));
        Shortcut.label(cancel, "Cancel this job");
        Shortcut.BUILD.describe(build);
    }

    private void select(@Nullable JobViewModel job) {
        if (job != null) {
            model.jobs().selected().set(job);
        }
    }

    private static void show(Node node, javafx.beans.binding.BooleanExpression when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void build() {
        model.build();
    }
}
