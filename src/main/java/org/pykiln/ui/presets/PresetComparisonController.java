package org.pykiln.ui.presets;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.presets.PresetComparisonViewModel.Line;

/// The knobs in which two presets differ.
public final class PresetComparisonController {
    private final PresetPageViewModel page;
    private final PresetComparisonViewModel model;
    @FXML private Label difference;
    @FXML private ComboBox<NamedRecipe> other;
    @FXML private Button openAgainst;
    @FXML private TableView<Line> table;

    public PresetComparisonController(PresetPageViewModel page) {
        this.page = page;
        model = page.comparison();
    }

    @FXML
    void initialize() {
        difference.textProperty().bind(model.difference());
        other.setCellFactory(list -> new PresetNameCell());
        other.setButtonCell(new PresetNameCell());
        other.setItems(model.presets());
        model.other().subscribe(other::setValue);
        other.valueProperty()
                .subscribe(preset -> {
                    if (preset != null && !preset.isSame(model.other().get())) {
                        model.choose(preset);
                    }
                });
        TableColumn<Line, String> here = column("", Line::here);
        TableColumn<Line, String> there = column("", Line::there);
        table.getColumns().add(column("Knob", Line::knob));
        table.getColumns().add(here);
        table.getColumns().add(there);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(model.lines());
        model.other().subscribe(preset -> there.setText(preset.name()));
        page.list()
                .selected()
                .subscribe(row -> here.setText(row == null ? "" : row.preset().name()));
        Shortcut.label(
                openAgainst, "Open it in Configure with its changes counted against the other");
    }

    private static TableColumn<Line, String> column(String title, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    @FXML
    void openAgainst() {
        page.list().current().ifPresent(preset -> page.openAgainst(preset, model.other().get()));
    }
}
