package org.pykiln.ui.bench;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.pykiln.bench.Mode;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.Shortcut;

/// What is measured, how, and against what.
public final class MeasureController {
    private final MeasureViewModel model;
    private final EngineViewModel engine;
    @FXML private ListView<SubjectViewModel> subjects;
    @FXML private HBox modes;
    @FXML private CheckBox exact;
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
        exact.selectedProperty().bindBidirectional(model.stopsWhenExact());
        model.mode().subscribe(mode -> exact.setDisable(!MeasureViewModel.canStopEarly(mode)));
        ToggleGroup group = new ToggleGroup();
        for (Mode mode : Mode.values()) {
            modes.getChildren().add(button(mode, group));
        }
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

    private ToggleButton button(Mode mode, ToggleGroup group) {
        ToggleButton button = new ToggleButton(mode.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        boolean first = mode.ordinal() == 0;
        boolean last = mode.ordinal() == Mode.values().length - 1;
        button.getStyleClass().add(first ? "left-pill" : last ? "right-pill" : "center-pill");
        Shortcut.label(button, mode.rounds() + " processes of each benchmark on each image");
        button.setOnAction(event -> {
            model.mode().set(mode);
            button.setSelected(true);
        });
        model.mode().subscribe(chosen -> button.setSelected(chosen == mode));
        return button;
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
