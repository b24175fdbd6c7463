package org.pykiln.ui.engines;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.EngineServices.Command;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.Shortcut;

/// The engine, every place that was tried to find it, and what would help where there is none.
public final class EngineController {
    private final EngineViewModel model;
    @FXML private Label title;
    @FXML private Label intro;
    @FXML private VBox helpPart;
    @FXML private VBox help;
    @FXML private VBox triedPart;
    @FXML private VBox attempts;
    @FXML private Button retry;

    public EngineController(EngineViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.status().subscribe(now -> show());
        model.checking().subscribe(now -> show());
        retry.disableProperty().bind(model.checking());
        Shortcut.label(retry, "Look for engines again, and ask what they execute");
    }

    private void show() {
        title.setText(model.title());
        intro.setText(model.detail());
        String command = model.status().get().help();
        boolean helps = !model.isUsable() && !command.isEmpty();
        help.getChildren().clear();
        if (helps) {
            Command shown = new Command("Debian and Ubuntu, from PyKiln's folder", command);
            help.getChildren().add(new CommandLine(shown, model::copy));
        }
        present(helpPart, helps);
        attempts.getChildren().setAll(model.places().stream().map(EngineController::line).toList());
        present(triedPart, !model.places().isEmpty());
    }

    private static void present(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static HBox line(Place place) {
        FontIcon icon =
                new FontIcon(
                        switch (place.state()) {
                            case USED -> "fth-check-circle";
                            case USABLE -> "fth-circle";
                            case NOT_USABLE -> "fth-x-circle";
                        });
        icon.getStyleClass().add(place.state() == Place.State.USED ? "tone-success" : "tone-muted");
        Label candidate = new Label(place.name());
        candidate.getStyleClass().add("attempt-name");
        VBox words = new VBox();
        if (!place.endpoint().isEmpty()) {
            words.getChildren().add(wrapped(place.endpoint(), "mono"));
        }
        words.getChildren().add(wrapped(place.reason(), "quiet"));
        HBox line = new HBox(icon, candidate, words);
        line.getStyleClass().add("attempt");
        line.setId("place-" + place.state().name().toLowerCase(java.util.Locale.ROOT));
        return line;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    @FXML
    void retry() {
        model.refresh();
    }
}
