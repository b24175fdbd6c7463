package org.pykiln.ui.bench;

import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.pykiln.bench.Mode;
import org.pykiln.lab.LabOrder;
import org.pykiln.ui.common.Shortcut;

/// How a session measures.
public final class SessionOptionsController {
    private final SessionOptionsViewModel model;
    @FXML private HBox modes;
    @FXML private CheckBox exact;
    @FXML private Spinner<Integer> builds;
    @FXML private ComboBox<String> cpus;
    @FXML private TextField memory;
    @FXML private Label complaint;

    public SessionOptionsController(SessionOptionsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        exact.selectedProperty().bindBidirectional(model.stopsWhenExact());
        model.mode()
                .subscribe(mode -> exact.setDisable(!SessionOptionsViewModel.canStopEarly(mode)));
        ToggleGroup group = new ToggleGroup();
        for (Mode mode : Mode.values()) {
            modes.getChildren().add(button(mode, group));
        }
        builds.setValueFactory(
                new IntegerSpinnerValueFactory(1, LabOrder.MOST_BUILDS, model.builds().get()));
        builds.valueProperty()
                .subscribe(number -> {
                    if (number != null) {
                        model.builds().set(number);
                    }
                });
        builds.setTooltip(
                new Tooltip(
                        "From 2 on the numbers speak of the recipes, not of single images;"
                                + " 3 or more make intervals that are not very wide."));
        cpus.setItems(model.offers());
        // the value of an editable box follows its editor only when somebody leaves it
        StringProperty typed = cpus.getEditor().textProperty();
        typed.bindBidirectional(model.cpus());
        memory.textProperty().bindBidirectional(model.memory());
        complaint.textProperty().bind(model.complaint());
        complaint.visibleProperty().bind(model.complaint().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
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
}
