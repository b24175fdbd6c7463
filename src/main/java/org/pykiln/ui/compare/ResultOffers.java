package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.ResultServices.Reference;

/// What can be opened without looking for a file: recent sessions and reference results, as links
/// on the empty page and as items of the menu.
final class ResultOffers {
    private final ResultsViewModel model;

    ResultOffers(ResultsViewModel model) {
        this.model = model;
    }

    /// Keeps the menu's own items, which come first.
    void fill(ObservableList<MenuItem> menu, int own) {
        menu.remove(own, menu.size());
        model.recent().forEach(folder -> menu.add(item(name(folder), List.of(folder))));
        model.references().forEach(one -> menu.add(item(one.name(), one.sources())));
    }

    void show(VBox recent, VBox references) {
        recent.getChildren().setAll(model.recent().stream().map(this::link).toList());
        if (!model.recent().isEmpty()) {
            Label heading = new Label("Recent sessions");
            heading.getStyleClass().add("part-heading");
            recent.getChildren().addFirst(heading);
        }
        references.getChildren().setAll(model.references().stream().map(this::link).toList());
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private MenuItem item(String name, List<Path> sources) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.open(sources));
        return item;
    }

    private Node link(Path folder) {
        return link(folder.toString(), List.of(folder));
    }

    private Node link(Reference reference) {
        Label about = Labels.wrapped(reference.description(), "quiet");
        return new VBox(link(reference.name(), reference.sources()), about);
    }

    private Hyperlink link(String text, List<Path> sources) {
        Hyperlink link = new Hyperlink(text);
        link.setMnemonicParsing(false);
        link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        link.setOnAction(event -> model.open(sources));
        return link;
    }
}
