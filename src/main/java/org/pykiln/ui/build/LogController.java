package org.pykiln.ui.build;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.LogLine;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.FxScheduler;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;

/// The log of the selected job.
public final class LogController {
    private final LogViewModel model;
    private final NavigationViewModel navigation;
    private final Dialogs dialogs;
    private final FxScheduler fx;
    @FXML private ListView<LogLine> lines;
    @FXML private TextField query;
    @FXML private Label matches;
    @FXML private ToggleButton follow;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button copy;

    public LogController(
            LogViewModel model, NavigationViewModel navigation, Dialogs dialogs, FxScheduler fx) {
        this.model = model;
        this.navigation = navigation;
        this.dialogs = dialogs;
        this.fx = fx;
    }

    @FXML
    void initialize() {
        lines.setItems(model.lines());
        lines.setFixedCellSize(18);
        lines.setCellFactory(list -> new LineCell());
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
        query.textProperty().bindBidirectional(model.query());
        matches.textProperty().bind(model.matches());
        model.match().subscribe(at -> reveal(at.intValue()));
        model.query().subscribe(text -> lines.refresh());
        Shortcut.label(previous, "Previous match");
        Shortcut.label(next, "Next match");
        Shortcut.label(copy, "Copy the whole log");
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

    private void reveal(int at) {
        if (at >= 0) {
            lines.getSelectionModel().select(at);
            lines.scrollTo(Math.max(0, at - 3));
        }
    }

    @FXML
    void next() {
        model.next();
    }

    @FXML
    void previous() {
        model.previous();
    }

    @FXML
    void copy() {
        dialogs.copy(model.text());
    }

    private final class LineCell extends ListCell<LogLine> {
        @Override
        protected void updateItem(@Nullable LogLine item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.text());
            LogLine.@Nullable Kind mine = empty || item == null ? null : item.kind();
            for (LogLine.Kind kind : LogLine.Kind.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                        kind == mine);
            }
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("match"),
                    !empty && item != null && model.isMatch(item));
        }
    }
}
