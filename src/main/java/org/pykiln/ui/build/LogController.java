package org.pykiln.ui.build;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.pykiln.job.LogLine;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.LogFindViewModel;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The log of the selected job.
public final class LogController {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("danger");

    private final LogViewModel model;
    private final NavigationViewModel navigation;
    private final FxScheduler fx;
    @FXML private ListView<LogLine> lines;
    @FXML private TextField query;
    @FXML private Label matches;
    @FXML private ToggleButton follow;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button copy;
    @FXML private Button save;
    @FXML private Button goToError;
    @FXML private ToggleButton regex;

    public LogController(LogViewModel model, NavigationViewModel navigation, FxScheduler fx) {
        this.model = model;
        this.navigation = navigation;
        this.fx = fx;
    }

    @FXML
    void initialize() {
        lines.setItems(model.lines());
        lines.setFixedCellSize(18);
        lines.setCellFactory(list -> new LogCell(model.find()));
        model.lines().addListener((ListChangeListener<LogLine>) change -> followEnd());
        lines.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.getDeltaY() > 0) {
                        model.follow().set(false);
                    }
                });
        lines.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP) {
                        model.follow().set(false);
                    }
                });
        follow.selectedProperty().bindBidirectional(model.follow());
        model.follow().subscribe(now -> followEnd());
        lines.heightProperty().subscribe(now -> fx.execute(this::followEnd));
        LogFindViewModel find = model.find();
        query.textProperty().bindBidirectional(find.query());
        regex.selectedProperty().bindBidirectional(find.regex());
        matches.textProperty().bind(find.matches());
        find.bad()
                .subscribe(bad -> {
                    matches.pseudoClassStateChanged(BAD, bad);
                    query.pseudoClassStateChanged(BAD, bad);
                });
        find.version().subscribe(now -> lines.refresh());
        model.marked().subscribe(number -> reveal(number.longValue()));
        lines.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null) {
                        model.step().set(line.step());
                    }
                });
        Shortcut.label(previous, "Previous match");
        Shortcut.label(next, "Next match");
        Shortcut.label(copy, "Copy the lines that are shown");
        Shortcut.label(save, "Save the whole log to a file");
        Shortcut.label(goToError, "Go to the first error of a failed build");
        Shortcut.label(regex, "The words are a regular expression");
        Shortcut.label(follow, "Keep the newest line in sight");
        navigation
                .finds()
                .subscribe(count -> {
                    if (count.longValue() > 0 && navigation.section().get() == Section.BUILDS) {
                        query.requestFocus();
                        query.selectAll();
                    }
                });
    }

    private void followEnd() {
        if (model.follow().get() && !model.lines().isEmpty()) {
            lines.scrollTo(model.lines().size() - 1);
        }
    }

    private void reveal(long number) {
        int at = number < 0 ? -1 : model.indexOf(number);
        if (at >= 0) {
            lines.getSelectionModel().clearSelection();
            lines.getSelectionModel().select(at);
            lines.scrollTo(Math.max(0, at - 3));
        }
    }

    @FXML
    void next() {
        model.find().next();
    }

    @FXML
    void previous() {
        model.find().previous();
    }

    @FXML
    void copy() {
        model.copy();
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void goToError() {
        model.goToError();
    }
}
