package org.pykiln.ui.configure;

import java.util.Iterator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The form.
public final class ConfigureController {
    /// Rows that fill the window at its usual size.
    private static final int AT_ONCE = 16;

    private final ConfigureViewModel model;
    private final NavigationViewModel navigation;
    private final FxScheduler fx;
    @FXML private TextField search;
    @FXML private Label tally;
    @FXML private CheckBox onlyChanged;
    @FXML private Hyperlink verdict;
    @FXML private MenuButton more;
    @FXML private ScrollPane scroll;
    @FXML private VBox form;
    @FXML private Hyperlink nothingFound;

    public ConfigureController(
            ConfigureViewModel model, NavigationViewModel navigation, FxScheduler fx) {
        this.model = model;
        this.navigation = navigation;
        this.fx = fx;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        tally.textProperty().bind(model.tally());
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.search().set("");
                    }
                });
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
        FormRows rows = new FormRows(scroll, form);
        fill(rows, model.groups().iterator());
        nothingFound.textProperty().bind(model.nothing());
        nothingFound.visibleProperty().bind(model.nothing().isNotEmpty());
        nothingFound.managedProperty().bind(nothingFound.visibleProperty());
        model.explained().subscribe(rows::explained);
        navigation
                .finds()
                .subscribe(count -> {
                    if (count.longValue() > 0 && navigation.section().get() == Section.CONFIGURE) {
                        search.requestFocus();
                        search.selectAll();
                    }
                });
    }

    /// The window is painted with the first groups; those below them follow one at a time.
    private void fill(FormRows rows, Iterator<GroupViewModel> groups) {
        do {
            rows.add(groups.next(), () -> navigation.show(Section.ENGINES));
        } while (groups.hasNext() && rows.count() < AT_ONCE);
        rows.explained(model.explained().get());
        if (groups.hasNext()) {
            fx.execute(() -> fill(rows, groups));
        }
    }

    @FXML
    void goToFound() {
        model.goToFound();
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
        model.showAll();
    }
}
