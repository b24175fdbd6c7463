package org.pykiln.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.Shortcut;

/// What the results are called, what they are compared with, and what can be made of them.
public final class ResultsBarController {
    private final ResultsViewModel model;
    @FXML private MenuButton open;
    @FXML private Label title;
    @FXML private ComboBox<String> baseline;
    @FXML private Button report;
    @FXML private Button bundle;

    public ResultsBarController(ResultsViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        model.results().subscribe(this::show);
        baseline.valueProperty()
                .subscribe(name -> {
                    if (name != null) {
                        model.baseline().set(name);
                    }
                });
        ResultOffers offers = new ResultOffers(model);
        int ownItems = open.getItems().size();
        Runnable offer = () -> offers.fill(open.getItems(), ownItems);
        model.recent().subscribe(offer);
        offer.run();
        Shortcut.label(open, "Open results; files can be dropped here or pasted, too");
        Shortcut.label(bundle, "Write the session as one file to give away");
        Shortcut.label(report, "Write a report that stands on its own");
    }

    private void show(@Nullable Results results) {
        if (results != null) {
            title.setText(model.title());
            baseline.getItems().setAll(results.images());
            baseline.setValue(results.comparison().baseline());
        }
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
    void paste() {
        model.paste();
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
