package org.pykiln.ui.bench;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.Shortcut;

/// What is measured, how, and against what.
public final class MeasureController {
    private final MeasureViewModel model;
    private final EngineViewModel engine;
    @FXML private ListView<SubjectViewModel> subjects;
    @FXML private ComboBox<String> baseline;
    @FXML private TextField folder;
    @FXML private Button choose;
    @FXML private Button reload;
    @FXML private Button start;
    @FXML private Label plan;
    @FXML private Label complaint;
    @FXML private Node noEngine;

    public MeasureController(MeasureViewModel model, EngineViewModel engine) {
        this.model = model;
        this.engine = engine;
    }

    @FXML
    void initialize() {
        subjects.setItems(model.subjects());
        subjects.setCellFactory(list -> new SubjectCell());
        baseline.setItems(FXCollections.observableArrayList());
        model.picked()
                .subscribe(() -> {
                    String keep = model.baseline().get();
                    baseline.getItems().setAll(model.picked());
                    baseline.setValue(model.picked().contains(keep) ? keep : null);
                });
        baseline.getItems().setAll(model.picked());
        model.baseline().subscribe(name -> baseline.setValue(name.isEmpty() ? null : name));
        baseline.valueProperty()
                .subscribe(name -> {
                    if (name != null) {
                        model.baseline().set(name);
                    }
                });
        folder.textProperty().bindBidirectional(model.folder());
        plan.textProperty().bind(model.plan());
        complaint.textProperty().bind(model.complaint());
        complaint.visibleProperty().bind(model.complaint().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        noEngine.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        !engine.isUsable()
                                                && !engine.status().get().attempts().isEmpty(),
                                engine.status()));
        noEngine.managedProperty().bind(noEngine.visibleProperty());
        Shortcut.label(choose, "Choose a folder");
        Shortcut.label(reload, "Look for presets and images again");
        Shortcut.label(start, "Measure what is picked");
    }

    @FXML
    void choose() {
        model.chooseFolder();
    }

    @FXML
    void reload() {
        model.reload();
    }

    @FXML
    void start() {
        model.start();
    }
}
