package org.pykiln.ui.bench;

import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.bench.LiveSessionViewModel.State;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.TitledColumns;

/// The session that is being measured.
public final class LiveSessionController {
    private static final Set<State> PAUSED = Set.of(State.PAUSING, State.PAUSED);

    /// The newest; the log has them all, and the results.
    private static final int MOST_WARNINGS = 2;

    private static final Set<State> OVER = Set.of(State.NONE, State.ENDED);

    private final LiveSessionViewModel model;
    @FXML private VBox pane;
    @FXML private Label title;
    @FXML private Label line;
    @FXML private Label doing;
    @FXML private Label counts;
    @FXML private ProgressBar progress;
    @FXML private Button pause;
    @FXML private Button cancelSession;
    @FXML private Button close;
    @FXML private VBox liveWarnings;
    @FXML private TableView<LiveLine> lines;

    public LiveSessionController(LiveSessionViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        title.textProperty().bind(model.title());
        line.textProperty().bind(model.line());
        doing.textProperty().bind(model.doing());
        counts.textProperty().bind(model.counts());
        progress.progressProperty().bind(model.share());
        column("Datapoint", 200, LiveLine::datapoint, false);
        column("Image", 150, LiveLine::image, false);
        column("Rounds", 80, LiveLine::doneText, true);
        column("Ratio so far", 100, LiveLine::ratioText, true);
        column("95 % interval", 140, LiveLine::intervalText, true);
        column("Verdict", 110, LiveLine::verdictText, false);
        TitledColumns.keep(lines, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        lines.setItems(model.lines());
        model.warnings().subscribe(this::warn);
        model.state().subscribe(this::show);
        Shortcut.label(cancelSession, "Cancel the session; what is measured is kept");
        Shortcut.label(close, "Put this session out of sight");
        warn();
    }

    private void column(
            String name, double width, Function<LiveLine, String> text, boolean number) {
        TableColumn<LiveLine, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        lines.getColumns().add(column);
    }

    private void show(State state) {
        Presence.set(pane, state != State.NONE);
        Presence.set(pause, !OVER.contains(state) && state != State.CANCELLING);
        Presence.set(cancelSession, !OVER.contains(state));
        Presence.set(progress, !OVER.contains(state));
        Presence.set(close, state == State.ENDED);
        boolean paused = PAUSED.contains(state);
        pause.setText(paused ? "Go on" : "Pause");
        pause.setGraphic(new FontIcon(paused ? "fth-play" : "fth-pause"));
        Shortcut.label(
                pause, paused ? "Go on measuring" : "Pause when the unit that runs has ended");
        pane.pseudoClassStateChanged(PseudoClass.getPseudoClass("paused"), state == State.PAUSED);
    }

    private void warn() {
        liveWarnings
                .getChildren()
                .setAll(
                        model.warnings().reversed().stream()
                                .limit(MOST_WARNINGS)
                                .map(HostController::warning)
                                .toList());
        Presence.set(liveWarnings, !model.warnings().isEmpty());
    }

    @FXML
    void pause() {
        model.togglePause();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void showResults() {
        model.showResults();
    }

    @FXML
    void showLog() {
        model.showLog();
    }

    @FXML
    void close() {
        model.close();
    }
}
