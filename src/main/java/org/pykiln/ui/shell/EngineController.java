package org.pykiln.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.Services.EngineAttempt;
import org.pykiln.ui.common.Shortcut;

/// What was tried to find an engine, why it failed, and the command that may help.
public final class EngineController {
    private final EngineViewModel model;
    @FXML private VBox attempts;
    @FXML private HBox helpLine;
    @FXML private Label help;
    @FXML private Button copy;
    @FXML private Button retry;

    public EngineController(EngineViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.status()
                .subscribe(status -> {
                    attempts.getChildren()
                            .setAll(
                                    status.attempts().stream()
                                            .map(EngineController::line)
                                            .toList());
                    help.setText(status.help());
                    helpLine.setVisible(!status.help().isEmpty());
                    helpLine.setManaged(helpLine.isVisible());
                });
        retry.disableProperty().bind(model.checking());
        Shortcut.label(copy, "Copy the command");
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
