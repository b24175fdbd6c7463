package org.pykiln.ui.build;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Shortcut;

/// Jobs and builds, and one of them.
public final class BuildsController {
    private final BuildsViewModel model;
    private final EngineViewModel engine;
    private final Consumer<Runnable> guard;
    @FXML private Node empty;
    @FXML private Node work;
    @FXML private Node noEngine;
    @FXML private ListView<BuildEntry> jobs;
    @FXML private Button build;
    @FXML private CheckBox noCache;
    @FXML private Node logPage;
    @FXML private Node proofsPage;
    @FXML private Node layersPage;

    /// @param guard runs what it is given unless that would lose what somebody wants to keep
    public BuildsController(
            BuildsViewModel model, EngineViewModel engine, Consumer<Runnable> guard) {
        this.model = model;
        this.engine = engine;
        this.guard = guard;
    }

    @FXML
    void initialize() {
        jobs.setItems(model.entries());
        jobs.setCellFactory(list -> new JobCell(model.jobs()));
        jobs.setContextMenu(menu());
        jobs.getSelectionModel().selectedItemProperty().subscribe(this::select);
        jobs.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.remove();
            }
        });
        model.selected()
                .subscribe(entry -> {
                    if (entry != null) {
                        jobs.getSelectionModel().select(entry);
                    }
                });
        noCache.selectedProperty().bindBidirectional(model.noCache());
        var none = Bindings.isEmpty(model.entries());
        var usable =
                Bindings.createBooleanBinding(
                        () -> engine.isUsable() || engine.status().get().attempts().isEmpty(),
                        engine.status());
        Presence.bind(noEngine, none.and(usable.not()));
        Presence.bind(empty, none.and(usable));
        Presence.bind(work, none.not());
        Presence.bind(logPage, model.shown().page().isEqualTo(Page.LOG));
        Presence.bind(proofsPage, model.shown().page().isEqualTo(Page.PROOFS));
        Presence.bind(layersPage, model.shown().page().isEqualTo(Page.LAYERS));
        Shortcut.BUILD.describe(build);
    }

    private ContextMenu menu() {
        var repeatable = model.hasRecipe().and(model.ended());
        return new ContextMenu(
                item("Build again", () -> model.again(false), repeatable),
                item("Build again without cache", () -> model.again(true), repeatable),
                item("Edit as new", () -> model.editAsNew(guard), model.hasRecipe()),
                item(
                        "Copy image reference",
                        model::copyReference,
                        model.shown().receipt().image().isNotNull()),
                item("Remove from the history", model::remove, model.ended()));
    }

    private static MenuItem item(String text, Runnable action, BooleanExpression when) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(when.not());
        return item;
    }

    private void select(@Nullable BuildEntry entry) {
        if (entry != null) {
            model.selected().set(entry);
        }
    }

    @FXML
    void build() {
        model.build();
    }
}
