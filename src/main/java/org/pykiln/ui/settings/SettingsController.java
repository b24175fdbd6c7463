package org.pykiln.ui.settings;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.bench.Mode;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.SettingsServices.Folder;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;

/// Theme, zoom, what is proposed, where things are, versions.
public final class SettingsController {
    private final SettingsViewModel model;
    @FXML private Label problem;
    @FXML private Pane themes;
    @FXML private Button smaller;
    @FXML private Label zoom;
    @FXML private Button larger;
    @FXML private Pane modes;
    @FXML private Hyperlink engine;
    @FXML private GridPane folders;
    @FXML private GridPane versions;
    @FXML private Button diagnostics;

    public SettingsController(SettingsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        offer(themes, "theme", Themes.Choice.values(), Themes.Choice::word, model.theme());
        offer(modes, "mode", Mode.values(), SettingsViewModel::text, model.mode());
        zoom.textProperty().bind(model.zoom().percent().asString("%d %%"));
        Shortcut.ZOOM_OUT.describe(smaller);
        Shortcut.ZOOM_IN.describe(larger);
        model.engine().status().subscribe(now -> engine.setText(model.engineLine()));
        Shortcut.label(engine, "Go to Engines, to use another one");
        Shortcut.label(diagnostics, "Copy versions and facts, without names, folders and secrets");
        model.folders().forEach(this::add);
        model.versions().forEach(this::add);
    }

    private static <E extends Enum<E>> void offer(
            Pane into, String id, E[] values, Function<E, String> word, ObjectProperty<E> chosen) {
        ToggleGroup group = new ToggleGroup();
        for (E value : values) {
            RadioButton button = new RadioButton(word.apply(value));
            button.setId(id + "-" + value.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(event -> chosen.set(value));
            chosen.subscribe(now -> button.setSelected(now == value));
            into.getChildren().add(button);
        }
    }

    private void add(Folder folder) {
        Button copy = icon("fth-clipboard", "Copy the path: " + folder.purpose());
        copy.setOnAction(event -> model.copy(folder.path()));
        Button show = icon("fth-folder", "Show the folder: " + folder.purpose());
        show.setOnAction(event -> model.reveal(folder));
        folders.addRow(
                folders.getRowCount(),
                Labels.wrapped(folder.purpose(), "setting-name"),
                Labels.wrapped(folder.path().toString(), "mono"),
                copy,
                show);
    }

    private void add(String what, String version) {
        versions.addRow(
                versions.getRowCount(),
                Labels.wrapped(what, "setting-name"),
                Labels.wrapped(version, "mono"));
    }

    private static Button icon(String literal, String what) {
        Button button = new Button(null, new FontIcon(literal));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setMinWidth(Button.USE_PREF_SIZE);
        Shortcut.label(button, what);
        return button;
    }

    @FXML
    void smaller() {
        model.zoom().out();
    }

    @FXML
    void larger() {
        model.zoom().in();
    }

    @FXML
    void showEngines() {
        model.showEngines();
    }

    @FXML
    void copyDiagnostics() {
        model.copyDiagnostics();
    }
}
