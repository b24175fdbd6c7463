package org.pykiln.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.Shortcut;

/// What came of measuring.
public final class ResultsController {
    private static final double CHART_SHARE = 0.6;

    private final ResultsViewModel model;
    private final ChartViewModel charts;
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
    @FXML private Region chart;
    @FXML private TableView<ResultLine> table;
    @FXML private TitledPane replay;
    @FXML private Button report;
    @FXML private Button bundle;

    public ResultsController(ResultsViewModel model, ChartViewModel charts) {
        this.model = model;
        this.charts = charts;
    }

    @FXML
    void initialize() {
        sentence.textProperty().bind(model.sentence());
        table.setItems(model.lines());
        ResultColumns.fill(table, model);
        // one table at a time: a small window has no room for both
        table.visibleProperty().bind(replay.expandedProperty().and(replay.visibleProperty()).not());
        table.managedProperty().bind(table.visibleProperty());
        chart.maxHeightProperty().bind(shown.heightProperty().multiply(CHART_SHARE));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openRow();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openRow();
            }
        });
        model.results().subscribe(this::show);
        baseline.valueProperty()
                .subscribe(name -> {
                    if (name != null) {
                        model.baseline().set(name);
                    }
                });
        ResultOffers offers = new ResultOffers(model);
        int ownItems = open.getItems().size();
        Runnable offer = () -> offers.show(open.getItems(), ownItems, recent, references);
        model.recent().subscribe(offer);
        offer.run();
        Shortcut.label(open, "Open results");
        Shortcut.label(bundle, "Write the session as one file to give away");
        Shortcut.label(report, "Write a report that stands on its own");
    }

    private void show(@Nullable Results results) {
        empty.setVisible(results == null);
        shown.setVisible(results != null);
        if (results == null) {
            return;
        }
        title.setText(model.title());
        baseline.getItems().setAll(results.images());
        baseline.setValue(results.comparison().baseline());
        facts.getChildren().setAll(model.images().stream().map(ResultsController::fact).toList());
        warnings.getChildren()
                .setAll(model.warnings().stream().map(ResultsController::warning).toList());
    }

    private void openRow() {
        ResultLine line = table.getSelectionModel().getSelectedItem();
        if (line != null && !line.total()) {
            charts.open(line.name());
        }
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
    void openBundle() {
        model.openBundle();
    }

    @FXML
    void writeBundle() {
        model.writeBundle();
    }

    @FXML
    void writeReport() {
        model.writeReport();
    }
}
