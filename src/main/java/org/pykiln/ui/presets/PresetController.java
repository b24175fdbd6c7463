package org.pykiln.ui.presets;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Shortcut;

/// One preset: what it is, what can be done with it, and its words while they are changed.
public final class PresetController {
    private final PresetPageViewModel model;
    private final PresetEditViewModel edit;
    @FXML private Node shown;
    @FXML private Node form;
    @FXML private Label title;
    @FXML private Label rendered;
    @FXML private Label description;
    @FXML private FlowPane tags;
    @FXML private Label place;
    @FXML private Button change;
    @FXML private Button delete;
    @FXML private TextField name;
    @FXML private TextArea newDescription;
    @FXML private TextField newTags;
    @FXML private Label complaint;

    public PresetController(PresetPageViewModel model) {
        this.model = model;
        edit = model.edit();
    }

    @FXML
    void initialize() {
        name.textProperty().bindBidirectional(edit.name());
        newDescription.textProperty().bindBidirectional(edit.description());
        newTags.textProperty().bindBidirectional(edit.tags());
        complaint.textProperty().bind(edit.complaint());
        Presence.bind(complaint, edit.complaint().isNotEmpty());
        Presence.bind(form, edit.editing());
        Presence.bind(shown, edit.editing().not());
        model.list().selected().subscribe(this::fill);
        edit.editing()
                .subscribe(editing -> {
                    if (editing) {
                        name.requestFocus();
                        name.selectAll();
                    }
                });
        form.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        Shortcut.label(change, "Change name, description and tags (F2 in the list)");
        Shortcut.label(delete, "Move the file to the trash (Delete in the list)");
    }

    private void fill(@Nullable PresetRow row) {
        if (row == null) {
            return;
        }
        NamedRecipe preset = row.preset();
        title.setText(preset.name());
        title.setTooltip(new Tooltip(preset.name()));
        Presence.set(rendered, row.renderedOnly());
        description.setText(preset.description());
        Presence.set(description, !preset.description().isEmpty());
        tags.getChildren().setAll(preset.tags().stream().map(PresetCell::badge).toList());
        Presence.set(tags, !preset.tags().isEmpty());
        place.setText(
                preset.file()
                        .map(Object::toString)
                        .orElse("Comes with PyKiln. A duplicate of it can be changed."));
        Presence.set(change, preset.file().isPresent());
        Presence.set(delete, preset.file().isPresent());
    }

    /// No field has more than one line, so Enter saves in each; Escape gives up.
    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            edit.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && event.getTarget() instanceof TextInputControl) {
            edit.save();
            event.consume();
        }
    }

    private void with(Consumer<NamedRecipe> action) {
        model.list().current().ifPresent(action);
    }

    @FXML
    void open() {
        with(model::open);
    }

    @FXML
    void duplicate() {
        with(model.own()::duplicate);
    }

    @FXML
    void change() {
        with(edit::begin);
    }

    @FXML
    void export() {
        with(model.own()::export);
    }

    @FXML
    void copy() {
        with(model.own()::copy);
    }

    @FXML
    void delete() {
        with(model.own()::delete);
    }

    @FXML
    void save() {
        edit.save();
    }

    @FXML
    void cancel() {
        edit.cancel();
    }
}
