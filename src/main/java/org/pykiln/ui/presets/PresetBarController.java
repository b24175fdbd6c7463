package org.pykiln.ui.presets;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.pykiln.recipe.Catalogue;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Texts;

/// Which preset this is, whether it is saved, and what it is compared with.
public final class PresetBarController {
    private final PresetsViewModel model;
    private final RecipeViewModel recipes;
    @FXML private MenuButton open;
    @FXML private TextField name;
    @FXML private Label dot;
    @FXML private Button save;
    @FXML private Button saveAs;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private Label differs;
    @FXML private ComboBox<NamedRecipe> reference;

    public PresetBarController(PresetsViewModel model) {
        this.model = model;
        this.recipes = model.recipes();
    }

    @FXML
    void initialize() {
        name.textProperty().bindBidirectional(recipes.name());
        dot.visibleProperty().bind(recipes.dirty());
        undo.disableProperty().bind(recipes.canUndo().not());
        redo.disableProperty().bind(recipes.canRedo().not());
        differs.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::difference, recipes.recipe(), recipes.reference()));
        reference.setCellFactory(list -> new PresetNameCell());
        reference.setButtonCell(new PresetNameCell());
        reference.setItems(model.presets());
        reference
                .valueProperty()
                .subscribe(preset -> {
                    if (preset != null) {
                        recipes.reference().set(preset);
                    }
                });
        recipes.reference().subscribe(reference::setValue);
        model.presets().addListener((ListChangeListener<NamedRecipe>) change -> fillMenu());
        fillMenu();
        Shortcut.OPEN.describe(open);
        Shortcut.SAVE.describe(save);
        Shortcut.SAVE_AS.describe(saveAs);
        Shortcut.UNDO.describe(undo);
        Shortcut.REDO.describe(redo);
    }

    private String difference() {
        int count = Catalogue.difference(recipes.reference().get().recipe(), recipes.get()).size();
        return count == 0 ? "same as" : "differs in " + Texts.count(count, "knob") + " from";
    }

    private void fillMenu() {
        open.getItems().clear();
        for (NamedRecipe preset : model.presets()) {
            MenuItem item = new MenuItem(preset.name() + remark(preset));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.open(preset));
            open.getItems().add(item);
        }
        MenuItem file = new MenuItem("File…");
        file.setOnAction(event -> model.openFile());
        file.setAccelerator(Shortcut.OPEN.keys());
        open.getItems().addAll(new SeparatorMenuItem(), file);
    }

    private static String remark(NamedRecipe preset) {
        return (preset.shipped() ? "" : "  (own)")
                + (Catalogue.isOnlyRendered(preset.recipe()) ? "  - rendered, not built" : "");
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void saveAs() {
        model.saveAs();
    }

    @FXML
    void undo() {
        recipes.undo();
    }

    @FXML
    void redo() {
        recipes.redo();
    }
}
