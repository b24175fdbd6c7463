package org.pykiln.ui.presets;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// What can be done with the preset that is looked at, from its list: by menu, key and double
/// click.
final class PresetMenu {
    private PresetMenu() {}

    static void attach(ListView<PresetRow> presets, PresetPageViewModel model) {
        PresetListViewModel list = model.list();
        presets.setContextMenu(
                new ContextMenu(
                        item("Open in Configure", list, model::open),
                        item("Duplicate", list, model.own()::duplicate),
                        item("Rename, describe, tag", list, model.edit()::begin),
                        item("Export…", list, model.own()::export),
                        item("Copy as JSON", list, model.own()::copy),
                        item("Delete…", list, model.own()::delete)));
        presets.setOnKeyPressed(event -> press(event, model));
        presets.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                list.current().ifPresent(model::open);
            }
        });
    }

    private static void press(KeyEvent event, PresetPageViewModel model) {
        action(event.getCode(), model)
                .ifPresent(wanted -> {
                    event.consume();
                    model.list().current().ifPresent(wanted);
                });
    }

    private static Optional<Consumer<NamedRecipe>> action(KeyCode key, PresetPageViewModel model) {
        return switch (key) {
            case ENTER -> Optional.of(model::open);
            case DELETE -> Optional.of(model.own()::delete);
            case F2 -> Optional.of(model.edit()::begin);
            default -> Optional.empty();
        };
    }

    private static MenuItem item(
            String text, PresetListViewModel list, Consumer<NamedRecipe> action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> list.current().ifPresent(action));
        return item;
    }
}
