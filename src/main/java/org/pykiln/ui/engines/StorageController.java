package org.pykiln.ui.engines;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Shortcut;

/// What PyKiln has on the engine's disk, one row a thing, and the clean-up.
public final class StorageController {
    private final StorageViewModel model;
    @FXML private Label summary;
    @FXML private Button look;
    @FXML private Button prepare;
    @FXML private VBox previewPart;
    @FXML private VBox going;
    @FXML private Button clean;
    @FXML private Button leave;
    @FXML private Label report;
    @FXML private GridPane items;

    public StorageController(StorageViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.textProperty().bind(model.summary());
        Presence.bind(summary, model.summary().isNotEmpty());
        report.textProperty().bind(model.report());
        Presence.bind(report, model.report().isNotEmpty());
        look.disableProperty().bind(model.looking().or(model.usable().not()));
        prepare.disableProperty().bind(model.looking().or(model.usable().not()));
        previewPart.visibleProperty().bind(model.previewing());
        previewPart.managedProperty().bind(model.previewing());
        model.previewing().subscribe(now -> preview());
        model.inventory().subscribe(now -> list());
        Shortcut.label(look, "Ask the engine what PyKiln's images and volumes take");
        Shortcut.label(prepare, "Show what nobody needs and can be removed");
        Shortcut.label(clean, "Remove exactly what is listed above");
        Shortcut.label(leave, "Remove nothing");
    }

    private void preview() {
        going.getChildren()
                .setAll(
                        model.going().stream()
                                .map(item ->
                                        Labels.wrapped(
                                                "%s %s, %s: %s"
                                                        .formatted(
                                                                item.kind().word(),
                                                                item.title(),
                                                                StorageItems.size(item),
                                                                item.why())))
                                .toList());
        clean.setText(model.question());
    }

    private void list() {
        StorageItems.show(model.inventory().get().items(), items, model::remove);
    }

    @FXML
    void look() {
        model.look();
    }

    @FXML
    void prepare() {
        model.prepare();
    }

    @FXML
    void clean() {
        model.clean();
    }

    @FXML
    void leave() {
        model.leaveAll();
    }
}
