package org.pykiln.ui.bench;

import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.ui.common.Shortcut;

/// The benchmarks to pick from.
public final class BenchmarksController {
    private final BenchmarksViewModel model;
    @FXML private TextField search;
    @FXML private HBox groups;
    @FXML private FlowPane tags;
    @FXML private FlowPane benchmarks;

    public BenchmarksController(BenchmarksViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        for (BenchmarkGroup group : BenchmarkGroup.values()) {
            add(group);
        }
        link("none", groups, model::pickNone);
        model.tags().forEach(this::add);
        model.all().forEach(this::add);
    }

    private void add(BenchmarkViewModel benchmark) {
        CheckBox box = new CheckBox(benchmark.name());
        box.setMnemonicParsing(false);
        if (!benchmark.tags().isEmpty()) {
            box.setTooltip(new Tooltip(String.join(", ", benchmark.tags())));
        }
        box.selectedProperty().bindBidirectional(benchmark.picked());
        box.visibleProperty().bind(benchmark.found());
        box.managedProperty().bind(box.visibleProperty());
        benchmarks.getChildren().add(box);
    }

    private void add(String tag) {
        Hyperlink link = link(tag, tags, () -> model.toggle(tag));
        Shortcut.label(link, "Pick the benchmarks with the tag " + tag);
    }

    private void add(BenchmarkGroup group) {
        Hyperlink link = link(model.text(group), groups, () -> model.pick(group));
        Shortcut.label(link, "Pick " + group.what());
    }

    private static Hyperlink link(String text, Pane place, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(event -> {
            action.run();
            link.setVisited(false);
        });
        place.getChildren().add(link);
        return link;
    }
}
