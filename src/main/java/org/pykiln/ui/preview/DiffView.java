package org.pykiln.ui.preview;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.pykiln.diff.SideBySide.Kind;

/// Two Dockerfiles beside each other. Both halves are scrolled as one, up and down and sideways.
final class DiffView extends ListView<DiffItem> {
    /// Number and sign before a line, as the style sheet has them, with some room after it.
    private static final double GUTTER = 80;

    private final PreviewViewModel model;
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty hidden = new SimpleDoubleProperty();

    DiffView(PreviewViewModel model) {
        this.model = model;
        getStyleClass().addAll("dockerfile", "diff");
        setId("diff");
        setAccessibleText("Differences of two Dockerfiles");
        setFixedCellSize(20);
        setItems(model.diff().shown());
        setCellFactory(view -> new RowCell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::unfold);
        addEventFilter(ScrollEvent.SCROLL, this::scrollSideways);
        model.diff().rows().subscribe(this::measure);
        widthProperty().subscribe(now -> measure());
        model.diff().row().subscribe(at -> reveal(at.intValue()));
        model.find().query().subscribe(text -> refresh());
        model.find().open().subscribe(now -> refresh());
        model.find().line().subscribe(at -> reveal(at.intValue()));
    }

    /// How far both halves are scrolled to the right, in pixels.
    DoubleProperty offset() {
        return offset;
    }

    /// How far they can be.
    DoubleProperty hidden() {
        return hidden;
    }

    private void scrollSideways(ScrollEvent event) {
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            offset.set(Math.clamp(offset.get() - event.getDeltaX(), 0, hidden.get()));
            event.consume();
        }
    }

    private void measure() {
        int longest =
                model.diff().rows().stream()
                        .mapToInt(row ->
                                Math.max(row.left().text().length(), row.right().text().length()))
                        .max()
                        .orElse(0);
        Text text = new Text("m".repeat(longest));
        text.setStyle("-fx-font-family: Monospaced; -fx-font-size: 12px");
        double half = getWidth() / 2 - GUTTER;
        hidden.set(Math.max(0, text.getLayoutBounds().getWidth() - half));
        offset.set(Math.min(offset.get(), hidden.get()));
    }

    private void reveal(int row) {
        int at = model.diff().reveal(row);
        if (at >= 0) {
            getSelectionModel().clearAndSelect(at);
            if (!DockerfileView.isInSight(this, at)) {
                scrollTo(Math.max(0, at - 3));
            }
        }
    }

    private void unfold(KeyEvent event) {
        if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                && getSelectionModel().getSelectedItem() instanceof Fold fold) {
            unfold(fold);
            event.consume();
        }
    }

    /// What was folded stands where the fold was.
    private void unfold(Fold fold) {
        int at = getItems().indexOf(fold);
        model.diff().unfold(fold);
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
    }

    private static String sign(Kind kind, boolean left) {
        return switch (kind) {
            case SAME -> "";
            case CHANGED -> "~";
            case REMOVED -> left ? "−" : "";
            case ADDED -> left ? "" : "+";
        };
    }

    private final class RowCell extends ListCell<DiffItem> {
        private final Half left = new Half(true);
        private final Half right = new Half(false);
        private final HBox row = new HBox(left, right);
        private final Label folded = new Label();

        RowCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            // as wide as the list, however long its lines are
            setPrefWidth(0);
            row.getStyleClass().add("line");
            folded.getStyleClass().add("folded");
            folded.setMaxWidth(Double.MAX_VALUE);
            setOnMouseClicked(event -> {
                if (getItem() instanceof Fold fold) {
                    unfold(fold);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable DiffItem item, boolean empty) {
            super.updateItem(item, empty);
            switch (empty ? null : item) {
                case null -> setGraphic(null);
                case Fold fold -> show(fold);
                case DiffRow both -> show(both);
            }
        }

        private void show(Fold fold) {
            folded.setText(fold.text());
            setGraphic(folded);
            setAccessibleText(fold.text() + "; Enter shows them");
        }

        private void show(DiffRow both) {
            left.show(both.kind(), both.left());
            right.show(both.kind(), both.right());
            setGraphic(row);
            setAccessibleText(
                    "%s: %s; %s"
                            .formatted(
                                    both.kind().name().toLowerCase(Locale.ROOT),
                                    both.left().text(),
                                    both.right().text()));
        }
    }

    /// One side of a row.
    private final class Half extends HBox {
        private final boolean isLeft;
        private final Label number = new Label();
        private final Label sign = new Label();
        private final CodeLine code = new CodeLine();

        Half(boolean isLeft) {
            this.isLeft = isLeft;
            getStyleClass().add("half");
            number.getStyleClass().add("line-number");
            number.setMinWidth(USE_PREF_SIZE);
            sign.getStyleClass().add("sign");
            code.translateXProperty().bind(offset.negate());
            StackPane window = new StackPane(code);
            window.setAlignment(Pos.CENTER_LEFT);
            window.setMinWidth(0);
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(window.widthProperty());
            clip.heightProperty().bind(window.heightProperty());
            window.setClip(clip);
            HBox.setHgrow(window, Priority.ALWAYS);
            HBox.setHgrow(this, Priority.ALWAYS);
            setMinWidth(0);
            setPrefWidth(1);
            getChildren().addAll(number, sign, window);
        }

        void show(Kind kind, DiffRow.Side side) {
            for (Kind one : Kind.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT)),
                        one == kind && side.isThere());
            }
            pseudoClassStateChanged(PseudoClass.getPseudoClass("nothing"), !side.isThere());
            number.setText(side.isThere() ? String.valueOf(side.number()) : "");
            sign.setText(sign(kind, isLeft));
            code.show(Span.found(side.spans(), model.find().wanted()));
        }
    }
}
