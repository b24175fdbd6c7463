package org.pykiln.ui.engines;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.EngineViewModel.Architecture;
import org.pykiln.ui.common.Presence;

/// What the engine executes, what follows for building and measuring, and how it learns the rest.
public final class EnginesController {
    private final EngineViewModel model;
    @FXML private Label state;
    @FXML private GridPane architectures;
    @FXML private VBox whyPart;
    @FXML private VBox registerPart;
    @FXML private Label register;
    @FXML private VBox commands;

    public EnginesController(EngineViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        state.textProperty().bind(model.unknown());
        state.visibleProperty().bind(model.unknown().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        model.executed().subscribe(now -> show());
    }

    private void show() {
        List<Architecture> all = model.architectures();
        architectures.getChildren().clear();
        if (!all.isEmpty()) {
            architectures.addRow(
                    0,
                    cell("Architecture", "part-heading"),
                    cell("Its programs", "part-heading"),
                    cell("Build", "part-heading"),
                    cell("Measure", "part-heading"));
            all.forEach(this::add);
        }
        Presence.set(architectures, !all.isEmpty());
        Presence.set(whyPart, all.stream().anyMatch(one -> one.execution() != Execution.NATIVE));
        List<CommandLine> lines =
                model.executed().get().help().stream()
                        .map(command -> new CommandLine(command, model::copy))
                        .toList();
        commands.getChildren().setAll(lines);
        register.setText(model.registering());
        Presence.set(registerPart, !lines.isEmpty());
    }

    private void add(Architecture one) {
        Label name = cell(one.name(), "architecture-name");
        Label how = cell(one.execution().word(), "execution");
        how.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("native"), one.execution() == Execution.NATIVE);
        how.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("none"), one.execution() == Execution.NONE);
        architectures.addRow(
                architectures.getRowCount(),
                name,
                how,
                cell(one.build(), "consequence"),
                cell(one.measure(), "consequence"));
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
