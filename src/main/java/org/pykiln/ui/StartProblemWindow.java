package org.pykiln.ui;

import java.util.Iterator;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Themes;

/// A plain window that is there when the real one is not. It is made in code, since what is broken
/// may be the reading of views.
final class StartProblemWindow {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 340;

    private final Stage stage;
    private final StartProblemViewModel model;

    StartProblemWindow(Stage stage, StartProblemViewModel model) {
        this.stage = stage;
        this.model = model;
    }

    void show() {
        stage.setTitle("PyKiln does not start");
        stage.setScene(scene(model, new Themes(), stage::hide));
        stage.show();
    }

    /// @param quit closes the window, and PyKiln with it
    static Scene scene(StartProblemViewModel model, Themes themes, Runnable quit) {
        Label summary = Labels.wrapped(model.summary(), "pane-title");
        TextArea detail = new TextArea(model.detail());
        detail.setId("start-problem");
        detail.setEditable(false);
        detail.setWrapText(true);
        detail.setAccessibleText("What is in the way and what helps");
        VBox.setVgrow(detail, Priority.ALWAYS);
        Label code = new Label("Code " + model.code());
        Label said = new Label();
        said.textProperty().bind(model.said());
        said.setWrapText(true);
        code.getStyleClass().add("quiet");
        code.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox facts = new HBox(code, gap, said);
        VBox root = new VBox(summary, detail, facts, buttons(model, quit));
        root.getStyleClass().add("start-problem");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        root.lookup(".likeliest").requestFocus();
        themes.dress(scene);
        return scene;
    }

    private static HBox buttons(StartProblemViewModel model, Runnable quit) {
        FlowPane help =
                new FlowPane(
                        button("Copy diagnostics", model::copyDiagnostics),
                        button("Open log", model::openLog));
        HBox.setHgrow(help, Priority.ALWAYS);
        HBox buttons = new HBox(help);
        Iterator<Command> ways = model.ways().iterator();
        Button likeliest = button(ways.next());
        likeliest.setDefaultButton(true);
        likeliest.getStyleClass().add("likeliest");
        buttons.getChildren().add(likeliest);
        ways.forEachRemaining(way -> buttons.getChildren().add(button(way)));
        Button leave = button("Quit", quit);
        leave.setCancelButton(true);
        buttons.getChildren().add(leave);
        return buttons;
    }

    private static Button button(Command way) {
        return button(way.name(), way.action());
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button(name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
