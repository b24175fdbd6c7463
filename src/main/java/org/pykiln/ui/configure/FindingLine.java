package org.pykiln.ui.configure;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Remedy;

/// What a rule says, with its remedy as a link.
final class FindingLine extends HBox {
    FindingLine(Finding finding, Consumer<Remedy> apply) {
        getStyleClass().addAll("finding", finding.severity().word());
        FontIcon icon =
                new FontIcon(
                        switch (finding.severity()) {
                            case ERROR -> "fth-x-octagon";
                            case WARNING -> "fth-alert-triangle";
                            case ADVICE -> "fth-info";
                        });
        Label text = new Label(finding.summary());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setAccessibleText(finding.severity().word() + ": " + finding.summary());
        VBox words = new VBox(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        finding.remedy()
                .ifPresent(remedy -> {
                    Hyperlink link = new Hyperlink(remedy.label());
                    link.setMinWidth(USE_PREF_SIZE);
                    link.setAccessibleText(remedy.label());
                    link.setOnAction(event -> {
                        link.setVisited(false);
                        apply.accept(remedy);
                    });
                    getChildren().add(link);
                });
    }
}
