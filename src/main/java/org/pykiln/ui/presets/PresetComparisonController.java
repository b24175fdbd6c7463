package org.pykiln.ui.presets;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.presets.PresetComparisonViewModel.Line;

/// The knobs in which two presets differ.
public final class PresetComparisonController {
    private static final double KNOB_WIDTH = 220;
    private static final double LONGEST_TOOLTIP = 480;

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
        TableColumn<Line, String> knob = column("Knob", Line::knob);
        knob.setPrefWidth(KNOB_WIDTH);
        knob.setMaxWidth(KNOB_WIDTH);
        table.getColumns().add(knob);
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
        column.setCellFactory(view -> new WholeCell());
        return column;
    }

    /// Where a value is too long for its column, a tooltip has the rest.
    private static final class WholeCell extends TableCell<Line, String> {
        private final Tooltip whole = new Tooltip();

        WholeCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(LONGEST_TOOLTIP);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            whole.setText(text == null ? "" : text);
            setTooltip(empty ? null : whole);
        }
    }

    @FXML
    void openAgainst() {
        page.list().current().ifPresent(preset -> page.openAgainst(preset, model.other().get()));
    }
}
