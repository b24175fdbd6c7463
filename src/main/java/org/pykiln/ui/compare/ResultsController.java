package org.pykiln.ui.compare;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Services.Reference;
import org.pykiln.ui.common.Services.Results;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;

/// What came of measuring.
public final class ResultsController {
    private final ResultsViewModel model;
    private final Themes themes;
    @FXML private Node empty;
    @FXML private VBox shown;
    @FXML private VBox references;
    @FXML private VBox recent;
    @FXML private MenuButton open;
    @FXML private Label title;
    @FXML private ComboBox<String> baseline;
    @FXML private Label sentence;
    @FXML private FlowPane facts;
    @FXML private VBox warnings;
    @FXML private ScrollPane chart;
    @FXML private TableView<ResultsViewModel.Line> table;
    @FXML private Button report;

    public ResultsController(ResultsViewModel model, Themes themes) {
        this.model = model;
        this.themes = themes;
    }

    @FXML
    void initialize() {
        sentence.textProperty().bind(model.sentence());
        table.setItems(model.lines());
        ResultColumns.fill(table);
        ForestChartView forest = new ForestChartView(model, themes);
        chart.setContent(forest);
        chart.prefHeightProperty()
                .bind(
                        Bindings.min(
                                forest.prefHeightProperty().add(8),
                                shown.heightProperty().multiply(0.55)));
        chart.maxHeightProperty().bind(chart.prefHeightProperty());
        chart.viewportBoundsProperty().subscribe(bounds -> forest.fit(bounds.getWidth()));
        model.results().subscribe(this::show);
        baseline.valueProperty()
                .subscribe(name -> {
                    if (name != null) {
                        model.baseline().set(name);
                    }
                });
        for (Reference reference : model.references()) {
            offer(reference);
        }
        model.recent().subscribe(this::offerRecent);
        offerRecent();
        Shortcut.label(open, "Open results");
        Shortcut.label(report, "Write a report that stands on its own");
    }

    private void offer(Reference reference) {
        MenuItem item = new MenuItem(reference.name());
        item.setOnAction(event -> model.open(reference.sources()));
        open.getItems().add(item);
        Hyperlink link = new Hyperlink(reference.name());
        link.setMnemonicParsing(false);
        link.setOnAction(event -> model.open(reference.sources()));
        Label about = new Label(reference.description());
        about.getStyleClass().add("quiet");
        about.setWrapText(true);
        about.setMinHeight(Label.USE_PREF_SIZE);
        references.getChildren().add(new VBox(link, about));
    }

    private void offerRecent() {
        recent.getChildren().clear();
        for (Path folder : model.recent()) {
            Hyperlink link = new Hyperlink(folder.toString());
            link.setMnemonicParsing(false);
            link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            link.setOnAction(event -> model.open(List.of(folder)));
            recent.getChildren().add(link);
        }
        if (!model.recent().isEmpty()) {
            Label heading = new Label("Recent sessions");
            heading.getStyleClass().add("part-heading");
            recent.getChildren().addFirst(heading);
        }
    }

    private void show(@Nullable Results results) {
        empty.setVisible(results == null);
        shown.setVisible(results != null);
        if (results == null) {
            return;
        }
        title.setText(results.title());
        baseline.getItems().setAll(results.images());
        baseline.setValue(results.comparison().baseline());
        facts.getChildren().setAll(model.images().stream().map(ResultsController::fact).toList());
        warnings.getChildren()
                .setAll(model.warnings().stream().map(ResultsController::warning).toList());
    }

    private static Label fact(ResultsViewModel.ImageFact fact) {
        Label label = new Label(fact.name() + ": " + fact.text());
        Boolean good = fact.good();
        if (good != null) {
            FontIcon icon = new FontIcon(good ? "fth-check-circle" : "fth-x-circle");
            icon.getStyleClass().add(good ? "tone-success" : "tone-danger");
            label.setGraphic(icon);
        }
        return label;
    }

    private static Label warning(String text) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tone-warning");
        Label label = new Label(text, icon);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    @FXML
    void openSession() {
        model.openSession();
    }

    @FXML
    void openFiles() {
        model.openFiles();
    }

    @FXML
    void writeReport() {
        model.writeReport();
    }
}
