package org.pykiln.ui.preview;

import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The architectures of a bake file, each to be ticked, and its export.
final class BakeMenu {
    private final ExportViewModel model;

    BakeMenu(ExportViewModel model) {
        this.model = model;
    }

    /// @param button whose menu it is a part of; opening it brings what the recipe can be built for
    ///   now
    void fill(Menu menu, MenuButton button) {
        show(menu);
        button.showingProperty()
                .subscribe(showing -> {
                    if (showing) {
                        show(menu);
                    }
                });
    }

    private void show(Menu menu) {
        menu.getItems().clear();
        for (BakeArchitecture one : model.architectures()) {
            CheckBox box = new CheckBox(label(one));
            box.setMnemonicParsing(false);
            box.setSelected(one.isMeant());
            box.setDisable(one.isOwn() || !one.obstacle().get().isEmpty());
            box.selectedProperty().subscribe(on -> pick(one, on));
            CustomMenuItem item = new CustomMenuItem(box, false);
            item.getStyleClass().add("tick");
            menu.getItems().add(item);
        }
        MenuItem export = new MenuItem("Export the bake file…");
        export.setOnAction(event -> model.bake());
        menu.getItems().addAll(new SeparatorMenuItem(), export);
    }

    private static void pick(BakeArchitecture one, boolean on) {
        if (!one.isOwn() && one.obstacle().get().isEmpty()) {
            one.picked().set(on);
        }
    }

    private static String label(BakeArchitecture one) {
        return one.isOwn()
                ? one.name() + " (of the recipe)"
                : one.obstacle().get().isEmpty() ? one.name() : one.name() + " (not possible)";
    }
}
