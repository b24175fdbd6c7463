package org.pykiln.ui.bench;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Shortcut;

/// Sessions to go on with.
public final class UnfinishedController {
    private static final int MOST = 3;

    private final UnfinishedViewModel model;
    @FXML private VBox pane;
    @FXML private VBox sessions;
    @FXML private Label more;

    public UnfinishedController(UnfinishedViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.sessions().subscribe(this::show);
        show();
    }

    private void show() {
        pane.setVisible(!model.sessions().isEmpty());
        pane.setManaged(!model.sessions().isEmpty());
        sessions.getChildren()
                .setAll(model.sessions().stream().limit(MOST).map(this::row).toList());
        int hidden = Math.max(0, model.sessions().size() - MOST);
        more.setText("and %d older, by name (%s)".formatted(hidden, palette()));
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
    }

    private static String palette() {
        return Shortcut.PALETTE.keys().getDisplayText();
    }

    private Node row(Unfinished session) {
        String text = UnfinishedViewModel.text(session);
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text + "\n" + session.folder()));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button resume = new Button("Go on");
        resume.getStyleClass().addAll("small", "go-on");
        resume.setMinWidth(Button.USE_PREF_SIZE);
        Shortcut.label(resume, "Go on with the session of " + text);
        resume.setOnAction(event -> model.resume(session));
        HBox row = new HBox(8, label, resume);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
