package org.pykiln.ui.bench;

import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.pykiln.ui.common.Shortcut;

/// The benchmarks to pick from.
public final class BenchmarksController {
    private final BenchmarksViewModel model;
    @FXML private TextField search;
    @FXML private FlowPane tags;
    @FXML private FlowPane benchmarks;

    public BenchmarksController(BenchmarksViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
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
        Hyperlink link = new Hyperlink(tag);
        link.setOnAction(event -> {
            model.toggle(tag);
            link.setVisited(false);
        });
        Shortcut.label(link, "Pick the benchmarks with the tag " + tag);
        tags.getChildren().add(link);
    }

    @FXML
    void usual() {
        model.pickUsual();
    }

    @FXML
    void all() {
        model.pickAll(true);
    }

    @FXML
    void none() {
        model.pickAll(false);
    }
}
