package org.pykiln.ui.engines;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.storage.Item;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Texts;

/// Things on an engine's disk, one a row: what it is, why it stays or goes, what it takes.
final class StorageItems {
    private StorageItems() {}

    /// @param remove is called with what a person wants to be rid of
    static void show(List<Item> items, GridPane into, Consumer<Item> remove) {
        into.getChildren().clear();
        if (items.isEmpty()) {
            return;
        }
        into.addRow(
                0,
                Labels.wrapped("What", "part-heading"),
                number("Takes", "part-heading"),
                number("For itself", "part-heading"));
        int row = 1;
        for (Item item : items) {
            VBox what =
                    new VBox(
                            Labels.wrapped(item.kind().word() + " " + item.title(), "storage-name"),
                            Labels.wrapped(fate(item), "quiet"));
            GridPane.setHgrow(what, Priority.ALWAYS);
            into.addRow(
                    row++,
                    what,
                    number(item.bytes() < 0 ? "?" : Texts.bytes(item.bytes()), "mono"),
                    number(size(item), "mono"),
                    button(item, remove));
        }
    }

    private static String fate(Item item) {
        return switch (item.fate()) {
            case GOES -> "goes: " + item.why();
            case STAYS -> "stays: " + item.why();
            case IN_USE -> "in use: " + item.why();
        };
    }

    private static Button button(Item item, Consumer<Item> remove) {
        Button button = new Button(null, new FontIcon("fth-trash-2"));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setDisable(!item.isRemovable());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> remove.accept(item));
        Shortcut.label(button, "Remove %s %s".formatted(item.kind().word(), item.title()));
        return button;
    }

    /// What is gone when it alone goes.
    static String size(Item item) {
        return item.ownBytes() < 0 ? "?" : Texts.bytes(item.ownBytes());
    }

    private static Label number(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Label.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
