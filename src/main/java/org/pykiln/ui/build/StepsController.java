package org.pykiln.ui.build;

import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.pykiln.job.Step;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.Shortcut;

/// The steps of the build that is looked at. A step leads to its lines in the log, and a line to
/// its step.
public final class StepsController {
    private final BuildsViewModel model;
    private final LogViewModel log;
    @FXML private ListView<Step> steps;
    @FXML private ToggleButton onlyStep;

    public StepsController(BuildsViewModel model) {
        this.model = model;
        this.log = model.jobs().log();
    }

    @FXML
    void initialize() {
        steps.setFixedCellSize(28);
        steps.setItems(model.steps());
        steps.setCellFactory(list -> new StepCell(model));
        model.steps().subscribe(() -> steps.scrollTo(model.steps().size() - 1));
        steps.setOnMouseClicked(event -> goTo(event.getClickCount() == 2));
        steps.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goTo(true);
            } else if (event.getCode().isArrowKey()) {
                goTo(false);
            }
        });
        log.step().subscribe(now -> point(now.intValue()));
        onlyStep.selectedProperty().bindBidirectional(log.onlyStep());
        onlyStep.disableProperty().bind(log.step().lessThan(1));
        Shortcut.label(onlyStep, "Show the log of this step alone  (Enter)");
    }

    private void goTo(boolean alone) {
        int index = steps.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            model.shown().page().set(Page.LOG);
            log.goTo(index + 1);
            if (alone) {
                log.onlyStep().set(true);
            }
        }
    }

    private void point(int step) {
        if (step < 1) {
            steps.getSelectionModel().clearSelection();
        } else if (steps.getSelectionModel().getSelectedIndex() != step - 1) {
            steps.getSelectionModel().select(step - 1);
            steps.scrollTo(Math.max(0, step - 3));
        }
    }
}
