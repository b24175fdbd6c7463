package org.pykiln.ui.shell;

import java.util.Locale;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.pykiln.ui.common.FirstStep;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.StateIcon;

/// The first steps in a line above the section.
public final class FirstStepsController {
    private final FirstStepsViewModel model;
    @FXML private HBox band;
    @FXML private FlowPane steps;
    @FXML private Button dismiss;

    public FirstStepsController(FirstStepsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        band.visibleProperty().bind(model.visible());
        band.managedProperty().bind(model.visible());
        for (FirstStep step : FirstStep.values()) {
            steps.getChildren().add(link(step));
        }
        Shortcut.label(dismiss, "Do not show these steps again");
    }

    private Hyperlink link(FirstStep step) {
        Hyperlink link = new Hyperlink();
        link.setId("step-" + step.name().toLowerCase(Locale.ROOT));
        link.setOnAction(event -> {
            model.go(step);
            link.setVisited(false);
        });
        model.taken().addListener((SetChangeListener<FirstStep>) change -> show(link, step));
        show(link, step);
        return link;
    }

    private void show(Hyperlink link, FirstStep step) {
        boolean done = model.taken().contains(step);
        String text = (step.ordinal() + 1) + "  " + step.what();
        link.setText(text);
        link.setGraphic(
                done
                        ? StateIcon.icon("fth-check-circle", "success")
                        : StateIcon.icon("fth-circle", "muted"));
        Shortcut.describe(link, step.purpose(), text + (done ? ", done" : ", not done yet"));
    }

    @FXML
    void dismiss() {
        model.dismiss();
    }
}
