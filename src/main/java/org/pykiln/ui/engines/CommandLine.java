package org.pykiln.ui.engines;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.EngineServices.Command;
import org.pykiln.ui.common.Shortcut;

/// A command to be copied, and where it is for. PyKiln never runs it.
final class CommandLine extends VBox {
    CommandLine(Command command, Consumer<String> copy) {
        Label where = new Label(command.where());
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().add("quiet");
        Label words = new Label(command.line());
        words.getStyleClass().add("mono");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(null, new FontIcon("fth-clipboard"));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> copy.accept(command.line()));
        Shortcut.label(button, "Copy the command");
        HBox line = new HBox(words, button);
        line.getStyleClass().add("command");
        getStyleClass().add("command-line");
        getChildren().addAll(where, line);
    }
}
