package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The form.
public final class ConfigureController {
    private final ConfigureViewModel model;
    private final NavigationViewModel navigation;
    private final List<KnobRow> rows = new ArrayList<>();
    @FXML private TextField search;
    @FXML private CheckBox onlyChanged;
    @FXML private Hyperlink verdict;
    @FXML private MenuButton more;
    @FXML private ScrollPane scroll;
    @FXML private VBox form;
    @FXML private Hyperlink nothingFound;

    public ConfigureController(ConfigureViewModel model, NavigationViewModel navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        onlyChanged.selectedProperty().bindBidirectional(model.onlyChanged());
        verdict.textProperty().bind(model.verdict());
        model.recipes()
                .hasErrors()
                .subscribe(any ->
                        verdict.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), any));
        verdict.visibleProperty().bind(model.verdict().isNotEmpty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        Shortcut.label(more, "More for the whole form");
        Shortcut.label(verdict, "Go to the next error or warning");
        model.groups().forEach(this::add);
        nothingFound.visibleProperty().bind(model.found().isEqualTo(0));
        nothingFound.managedProperty().bind(nothingFound.visibleProperty());
        model.explained().subscribe(this::explained);
        navigation
                .finds()
                .subscribe(count -> {
                    if (count.longValue() > 0 && navigation.section().get() == Section.CONFIGURE) {
                        search.requestFocus();
                        search.selectAll();
                    }
                });
    }

    private void add(GroupViewModel group) {
        form.getChildren().add(new GroupHeading(group));
        for (KnobViewModel knob : group.knobs()) {
            KnobRow row = new KnobRow(knob);
            rows.add(row);
            form.getChildren().add(row);
        }
    }

    private void explained(@Nullable KnobViewModel knob) {
        for (KnobRow row : rows) {
            boolean on = knob != null && row.getId().equals("knob-" + knob.id());
            row.explained(on);
            // a row must not run away from under the pointer that has just pressed on it
            if (on && !row.isHover()) {
                reveal(row);
            }
        }
    }

    /// Scrolls as little as brings the whole row into sight.
    private void reveal(KnobRow row) {
        scroll.applyCss();
        scroll.layout();
        Bounds view = scroll.getViewportBounds();
        Bounds content = scroll.getContent().getLayoutBounds();
        double hidden = content.getHeight() - view.getHeight();
        if (hidden <= 0) {
            return;
        }
        Bounds place = scroll.getContent().sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double wanted =
                place.getMinY() < top
                        ? place.getMinY()
                        : Math.max(top, place.getMaxY() - view.getHeight());
        scroll.setVvalue(Math.min(1, wanted / hidden));
    }

    @FXML
    void nextFinding() {
        verdict.setVisited(false);
        model.nextFinding();
    }

    @FXML
    void resetAll() {
        model.resetAll();
    }

    @FXML
    void toDefaults() {
        model.toDefaults();
    }

    @FXML
    void foldAll() {
        model.foldAll(true);
    }

    @FXML
    void unfoldAll() {
        model.foldAll(false);
    }

    @FXML
    void clearSearch() {
        nothingFound.setVisited(false);
        model.search().set("");
        model.onlyChanged().set(false);
    }
}
