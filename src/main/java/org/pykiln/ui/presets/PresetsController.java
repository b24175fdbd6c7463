package org.pykiln.ui.presets;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// All presets, and what is done from the list.
public final class PresetsController {
    private static final double ROW_HEIGHT = 66;

    private final PresetPageViewModel model;
    private final PresetListViewModel list;
    @FXML private Node presetsAndOne;
    @FXML private Button importing;
    @FXML private Button pasting;
    @FXML private TextField presetSearch;
    @FXML private Label tally;
    @FXML private CheckBox onlyOwn;
    @FXML private FlowPane tags;
    @FXML private ListView<PresetRow> presets;
    @FXML private Hyperlink putBack;
    @FXML private Hyperlink noPreset;
    private boolean filling;

    public PresetsController(PresetPageViewModel model) {
        this.model = model;
        list = model.list();
    }

    @FXML
    void initialize() {
        presetSearch.textProperty().bindBidirectional(list.search());
        onlyOwn.selectedProperty().bindBidirectional(list.onlyOwn());
        tally.textProperty().bind(list.tally());
        presets.setFixedCellSize(ROW_HEIGHT);
        presets.setCellFactory(view -> new PresetCell());
        PresetMenu.attach(presets, model);
        presets.disableProperty().bind(model.edit().editing());
        presets.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.rows().subscribe(this::fill);
        list.selected().subscribe(this::point);
        list.tags().subscribe(this::offer);
        model.own().trashed().subscribe(this::offerBack);
        Shortcut.PASTE.whileShown(presetsAndOne, model.imports()::paste);
        Shortcut.label(importing, "Import preset files; they can be dropped here, too");
        Shortcut.PASTE.describe(pasting);
        model.navigation().finds().subscribe(count -> find(count.longValue()));
    }

    private void fill(List<PresetRow> rows) {
        filling = true;
        presets.getItems().setAll(rows);
        filling = false;
        point(list.selected().get());
        Presence.set(noPreset, rows.isEmpty());
        // what was picked may have been given up elsewhere
        offer(list.tags().get());
    }

    /// Whoever clicked a row sees it already.
    private void point(@Nullable PresetRow row) {
        var selection = presets.getSelectionModel();
        if (row == null || row.equals(selection.getSelectedItem())) {
            return;
        }
        filling = true;
        int at = presets.getItems().indexOf(row);
        selection.clearSelection();
        if (at >= 0) {
            selection.select(at);
            presets.scrollTo(Math.max(0, at - 2));
        }
        filling = false;
    }

    private void selected(@Nullable PresetRow row) {
        if (!filling && row != null) {
            list.select(row.preset());
        }
    }

    private void offer(List<String> all) {
        tags.getChildren().setAll(all.stream().map(this::toggle).toList());
    }

    private ToggleButton toggle(String tag) {
        ToggleButton button = new ToggleButton(tag);
        button.getStyleClass().add("tag");
        button.setMnemonicParsing(false);
        button.setSelected(list.isPicked(tag));
        button.setOnAction(event -> list.pick(tag, button.isSelected()));
        Shortcut.label(button, "Only presets with the tag " + tag);
        return button;
    }

    private void offerBack(Optional<OwnPresetsViewModel.Trashed> trashed) {
        putBack.setText(
                trashed.map(gone -> "Put back the deleted " + gone.preset().name()).orElse(""));
        Presence.set(putBack, trashed.isPresent());
    }

    private void find(long count) {
        if (count > 0 && model.navigation().section().get() == Section.PRESETS) {
            presetSearch.requestFocus();
            presetSearch.selectAll();
        }
    }

    @FXML
    void goToFound() {
        list.selectFirst();
        presets.requestFocus();
    }

    @FXML
    void showAll() {
        noPreset.setVisited(false);
        list.showAll();
    }

    @FXML
    void importFiles() {
        model.imports().choose();
    }

    @FXML
    void paste() {
        model.imports().paste();
    }

    @FXML
    void putBack() {
        putBack.setVisited(false);
        model.own().putBack();
    }
}
