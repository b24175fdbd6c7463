package org.pykiln.ui.preview;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Shortcut;

/// The Dockerfile beside the form.
public final class PreviewController {
    private final PreviewViewModel model;
    @FXML private VBox root;
    @FXML private Label summary;
    @FXML private Label rendered;
    @FXML private ToggleButton portable;
    @FXML private ToggleButton buildkit;
    @FXML private Button find;
    @FXML private ToggleButton compare;
    @FXML private Button copy;
    @FXML private MenuButton export;
    @FXML private Menu bake;

    public PreviewController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        summary.textProperty().bind(model.summary());
        rendered.visibleProperty().bind(model.renderedOnly());
        rendered.managedProperty().bind(rendered.visibleProperty());
        rendered.setTooltip(new Tooltip("Nobody has built an image like this yet"));
        DockerfileView view = new DockerfileView(model);
        view.visibleProperty().bind(model.diff().open().not());
        view.managedProperty().bind(view.visibleProperty());
        VBox.setVgrow(view, Priority.ALWAYS);
        root.getChildren().add(root.getChildren().size() - 1, view);
        compare.selectedProperty().bindBidirectional(model.diff().open());
        model.dialect()
                .subscribe(dialect -> {
                    portable.setSelected(dialect == Dialect.PORTABLE);
                    buildkit.setSelected(dialect == Dialect.BUILDKIT);
                });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.find()
                .open()
                .subscribe(open -> {
                    if (!open && root.isFocusWithin()) {
                        view.requestFocus();
                    }
                });
        describe();
        new BakeMenu(model.export()).fill(bake, export);
    }

    private void describe() {
        Shortcut.label(copy, "Copy the Dockerfile");
        Shortcut.describe(
                find,
                "Find in the Dockerfile  (%s while it has the focus)"
                        .formatted(Shortcut.FIND.keys().getDisplayText()),
                "Find in the Dockerfile");
        Shortcut.DIFF.describe(compare);
        Shortcut.label(portable, "For every builder: classic and BuildKit");
        Shortcut.label(buildkit, "For BuildKit alone: caches of packages, nothing copied twice");
        Shortcut.label(export, "Export, or copy the docker command");
    }

    /// The form has a search of its own, which the same keys mean while the focus is there.
    private void pressed(KeyEvent event) {
        if (Shortcut.FIND.keys().match(event)) {
            model.find().ask();
            event.consume();
        }
    }

    @FXML
    void portable() {
        choose(Dialect.PORTABLE);
    }

    @FXML
    void buildkit() {
        choose(Dialect.BUILDKIT);
    }

    /// A click on the one that is chosen already leaves it chosen.
    private void choose(Dialect dialect) {
        model.dialect().set(dialect);
        portable.setSelected(dialect == Dialect.PORTABLE);
        buildkit.setSelected(dialect == Dialect.BUILDKIT);
    }

    @FXML
    void find() {
        model.find().ask();
    }

    @FXML
    void copy() {
        model.copy();
    }

    @FXML
    void folder() {
        model.export().folder();
    }

    @FXML
    void zip() {
        model.export().zip();
    }

    @FXML
    void copyCommand() {
        model.export().copyCommand();
    }
}
