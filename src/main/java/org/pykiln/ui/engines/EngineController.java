package org.pykiln.ui.engines;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Shortcut;

/// The engine, every place that was tried to find it, and what would help where there is none.
public final class EngineController {
    private final EngineViewModel model;
    private final ChoiceViewModel choices;
    @FXML private Label title;
    @FXML private Label intro;
    @FXML private VBox helpPart;
    @FXML private VBox help;
    @FXML private VBox triedPart;
    @FXML private VBox attempts;
    @FXML private Label choice;
    @FXML private TextField endpoint;
    @FXML private Button use;
    @FXML private Button automatic;
    @FXML private Label complaint;
    @FXML private Button retry;

    public EngineController(EngineViewModel model, ChoiceViewModel choices) {
        this.model = model;
        this.choices = choices;
    }

    @FXML
    void initialize() {
        model.status().subscribe(now -> show());
        model.checking().subscribe(now -> show());
        retry.disableProperty().bind(model.checking());
        endpoint.textProperty().bindBidirectional(choices.endpoint());
        endpoint.setOnAction(event -> choices.useTyped());
        use.disableProperty().bind(choices.endpoint().isEmpty());
        complaint.textProperty().bind(choices.complaint());
        complaint.visibleProperty().bind(choices.complaint().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        Shortcut.label(use, "Use the engine at this endpoint and no other");
        Shortcut.label(automatic, "Use the first engine that answers");
        Shortcut.label(retry, "Look for engines again, and ask what they execute");
    }

    private void show() {
        title.setText(model.title());
        intro.setText(model.detail());
        help.getChildren()
                .setAll(
                        model.status().get().help().stream()
                                .map(command -> new CommandLine(command, model::copy))
                                .toList());
        Presence.set(helpPart, !model.isUsable() && !help.getChildren().isEmpty());
        choice.setText(choices.sentence());
        Presence.set(automatic, choices.canGoBack());
        attempts.getChildren().setAll(model.places().stream().map(this::line).toList());
        Presence.set(triedPart, !model.places().isEmpty());
    }

    private HBox line(Place place) {
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
            words.getChildren().add(Labels.wrapped(place.endpoint(), "mono"));
        }
        words.getChildren().add(Labels.wrapped(place.reason(), "quiet"));
        if (place.state() == Place.State.USABLE) {
            words.getChildren().add(switcher(place));
        }
        HBox line = new HBox(icon, candidate, words);
        line.getStyleClass().add("attempt");
        line.setId("place-" + place.state().name().toLowerCase(java.util.Locale.ROOT));
        return line;
    }

    private Hyperlink switcher(Place place) {
        Hyperlink link = new Hyperlink("Use this one");
        link.getStyleClass().add("switch-engine");
        link.setOnAction(event -> choices.use(place.endpoint()));
        Shortcut.label(link, "Use the engine at " + place.endpoint());
        return link;
    }

    @FXML
    void use() {
        choices.useTyped();
    }

    @FXML
    void automatic() {
        choices.useAutomatic();
    }

    @FXML
    void retry() {
        model.refresh();
    }
}
