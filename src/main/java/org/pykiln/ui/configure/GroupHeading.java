package org.pykiln.ui.configure;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.recipe.Severity;

/// A group's name, which folds it away and back, and what is under it.
final class GroupHeading extends HBox {
    private final GroupViewModel group;
    private final Button fold = new Button();
    private final FontIcon arrow = new FontIcon("fth-chevron-down");

    GroupHeading(GroupViewModel group) {
        this.group = group;
        getStyleClass().add("group-heading");
        setId("group-" + group.group().name().toLowerCase(Locale.ROOT));
        fold.setText(group.group().label());
        fold.setGraphic(arrow);
        fold.getStyleClass().addAll("flat", "small", "group-fold");
        fold.setOnAction(event -> group.folded().set(!group.folded().get()));
        Label summary = new Label();
        summary.textProperty().bind(group.summary());
        summary.getStyleClass().addAll("quiet", "group-summary");
        getChildren().addAll(fold, summary);
        visibleProperty().bind(group.shown());
        managedProperty().bind(visibleProperty());
        group.folded().subscribe(now -> show());
        group.summary().subscribe(now -> show());
        group.worst()
                .subscribe(worst -> {
                    for (Severity severity : Severity.values()) {
                        summary.pseudoClassStateChanged(
                                PseudoClass.getPseudoClass(severity.word()),
                                worst.filter(severity::equals).isPresent());
                    }
                });
    }

    private void show() {
        boolean folded = group.folded().get();
        arrow.setIconLiteral(folded ? "fth-chevron-right" : "fth-chevron-down");
        fold.setAccessibleText(
                "%s, %s, %s"
                        .formatted(
                                group.group().label(),
                                group.summary().get(),
                                folded ? "folded" : "unfolded"));
    }
}
