package org.pykiln.ui.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.Services.EngineAttempt;
import org.pykiln.ui.common.Shortcut;

/// The engine and what it executes; without one, what was tried to find it. In both cases the
/// command that may help.
public final class EngineController {
    private final EngineViewModel model;
    @FXML private Label title;
    @FXML private Label intro;
    @FXML private VBox executed;
    @FXML private GridPane executions;
    @FXML private VBox attempts;
    @FXML private VBox helpPart;
    @FXML private Label helpHeading;
    @FXML private Label help;
    @FXML private Button copy;
    @FXML private Button retry;

    public EngineController(EngineViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.status().subscribe(now -> show());
        model.executed().subscribe(now -> show());
        retry.disableProperty().bind(model.checking());
        Shortcut.label(copy, "Copy the command");
    }

    private void show() {
        title.setText(model.title());
        intro.setText(model.detail());
        helpHeading.setText(model.isUsable() ? "To build for the rest" : "What would help");
        help.setText(model.help());
        helpPart.setVisible(!model.help().isEmpty());
        helpPart.setManaged(helpPart.isVisible());
        attempts.getChildren()
                .setAll(
                        model.status().get().attempts().stream()
                                .map(EngineController::line)
                                .toList());
        executions.getChildren().clear();
        for (Execution execution : Execution.values()) {
            List<String> names = model.executed().get().names(execution);
            if (!names.isEmpty()) {
                Label how = new Label(execution.word());
                how.getStyleClass().add("attempt-name");
                Label which = new Label(String.join(", ", names));
                which.setWrapText(true);
                executions.addRow(executions.getRowCount(), how, which);
            }
        }
        executed.setVisible(!executions.getChildren().isEmpty());
        executed.setManaged(executed.isVisible());
    }

    private static HBox line(EngineAttempt attempt) {
        FontIcon icon = new FontIcon(attempt.usable() ? "fth-check-circle" : "fth-x-circle");
        icon.getStyleClass().add(attempt.usable() ? "tone-success" : "tone-danger");
        Label candidate = new Label(attempt.candidate());
        candidate.getStyleClass().add("attempt-name");
        Label endpoint = new Label(attempt.endpoint());
        endpoint.getStyleClass().addAll("mono", "quiet");
        Label reason = new Label(attempt.reason());
        reason.setWrapText(true);
        reason.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(reason);
        if (!attempt.endpoint().isEmpty()) {
            words.getChildren().addFirst(endpoint);
        }
        HBox line = new HBox(icon, candidate, words);
        line.getStyleClass().add("attempt");
        return line;
    }

    @FXML
    void copy() {
        model.copyHelp();
    }

    @FXML
    void retry() {
        model.refresh();
    }
}
