package org.pykiln.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.TitledColumns;
import org.pykiln.ui.compare.KnobEffectViewModel.Line;

/// What one knob is worth.
public final class KnobEffectController {
    private final KnobEffectViewModel model;
    @FXML private ComboBox<String> knob;
    @FXML private Label sentence;
    @FXML private Label groups;
    @FXML private Label notes;
    @FXML private Button copy;
    @FXML private TableView<Line> table;

    public KnobEffectController(KnobEffectViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        knob.setItems(model.knobs());
        knob.valueProperty().bindBidirectional(model.knob());
        sentence.textProperty().bind(model.sentence());
        groups.textProperty().bind(model.groups());
        notes.textProperty().bind(model.notes());
        table.setItems(model.lines());
        table.getColumns().add(Columns.words("Turn", 160, Line::turn));
        table.getColumns().add(Columns.words("From", 240, Line::baseline));
        table.getColumns().add(Columns.words("To", 240, Line::candidate));
        table.getColumns()
                .add(
                        Columns.numbers(
                                "Datapoints",
                                100,
                                Line::datapoints,
                                line -> Integer.toString(line.datapoints())));
        table.getColumns().add(Columns.numbers("Ratio", 90, Line::ratio, Line::ratioText));
        table.getColumns().add(Columns.numbers("95 % interval", 170, Line::reach, Line::interval));
        table.getColumns().add(Columns.words("Verdict", 120, Line::verdict));
        TitledColumns.keep(table, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setContextMenu(Columns.menu(Columns.item("Copy as Markdown", model::copyMarkdown)));
        Shortcut.label(copy, "Copy the pairs as Markdown");
    }

    @FXML
    void copyMarkdown() {
        model.copyMarkdown();
    }
}
