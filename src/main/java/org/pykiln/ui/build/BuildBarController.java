package org.pykiln.ui.build;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Shortcut;

/// What the selected build came to, what can be done with it, and what of it is looked at.
public final class BuildBarController {
    private final BuildsViewModel model;
    private final Consumer<Runnable> guard;
    @FXML private Label headline;
    @FXML private Button cancel;
    @FXML private SplitMenuButton again;
    @FXML private Button edit;
    @FXML private Button copyReference;
    @FXML private Button remove;
    @FXML private ToggleButton showLog;
    @FXML private ToggleButton showProofs;
    @FXML private ToggleButton showLayers;

    /// @param guard runs what it is given unless that would lose what somebody wants to keep
    public BuildBarController(BuildsViewModel model, Consumer<Runnable> guard) {
        this.model = model;
        this.guard = guard;
    }

    @FXML
    void initialize() {
        headline.textProperty().bind(model.headline());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.headline());
        headline.setTooltip(whole);
        var image = model.shown().receipt().image().isNotNull();
        Presence.bind(cancel, model.running());
        Presence.bind(again, model.hasRecipe().and(model.ended()));
        Presence.bind(edit, model.hasRecipe());
        Presence.bind(copyReference, image);
        Presence.bind(remove, model.ended());
        Shortcut.label(cancel, "Cancel this job");
        Shortcut.label(again, "Build the same recipe again");
        Shortcut.label(edit, "Open the recipe in Configure as an unsaved copy");
        Shortcut.label(copyReference, "Copy the image's reference");
        Shortcut.label(remove, "Remove from the history  (Delete)");
        ToggleGroup pages = new ToggleGroup();
        page(pages, showLog, Page.LOG);
        page(pages, showProofs, Page.PROOFS);
        page(pages, showLayers, Page.LAYERS);
        showProofs.disableProperty().bind(image.not());
        showLayers.disableProperty().bind(image.not());
    }

    private void page(ToggleGroup pages, ToggleButton button, Page page) {
        button.setToggleGroup(pages);
        model.shown().page().subscribe(now -> button.setSelected(now == page));
        button.setOnAction(event -> {
            model.shown().page().set(page);
            button.setSelected(true);
        });
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void again() {
        model.again(false);
    }

    @FXML
    void afresh() {
        model.again(true);
    }

    @FXML
    void edit() {
        model.editAsNew(guard);
    }

    @FXML
    void copyReference() {
        model.copyReference();
    }

    @FXML
    void remove() {
        model.remove();
    }
}
