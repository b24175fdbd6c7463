package org.pykiln.ui.preview;

import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The lines of a Dockerfile with numbers and colours. Lines of changed knobs carry a bar and the
/// knob's name; those of the knob that is pointed at, here or in the form, are lit.
final class DockerfileView extends ListView<PreviewLine> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final PreviewViewModel model;

    DockerfileView(PreviewViewModel model) {
        this.model = model;
        getStyleClass().add("dockerfile");
        setId("dockerfile");
        setAccessibleText("Dockerfile");
        setFixedCellSize(20);
        setItems(model.lines());
        setCellFactory(view -> new LineCell());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                        model.copy(getSelectionModel().getSelectedItems());
                        event.consume();
                    }
                });
        model.focused().subscribe(this::reveal);
        model.lines().subscribe(() -> reveal(model.focused().get()));
    }

    /// Brings the first line of a knob into sight, unless it is there already.
    private void reveal(String knob) {
        int line = model.firstLineOf(knob);
        // the cells must be those after the last change and the last scrolling
        layout();
        boolean visible =
                lookupAll(".list-cell").stream()
                        .anyMatch(cell ->
                                cell instanceof ListCell<?> shown
                                        && !shown.isEmpty()
                                        && shown.getIndex() == line);
        if (line >= 0 && !visible) {
            scrollTo(Math.max(0, line - 3));
        }
    }

    private final class LineCell extends ListCell<PreviewLine> {
        private final Label number = new Label();
        private final HBox code = new HBox();
        private final Label tag = new Label();
        private final HBox row;

        LineCell() {
            number.getStyleClass().add("line-number");
            code.getStyleClass().add("code");
            code.setMinWidth(USE_PREF_SIZE);
            tag.getStyleClass().add("line-tag");
            tag.setMinWidth(USE_PREF_SIZE);
            row = new HBox(number, code, tag);
            row.getStyleClass().add("line");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            model.hovered().subscribe(now -> light());
            setOnMouseEntered(event -> model.hovered().set(first()));
            setOnMouseExited(event -> model.hovered().set(""));
            setOnMouseClicked(event -> {
                String knob = first();
                if (!knob.isEmpty()) {
                    model.focused().set(knob);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PreviewLine item, boolean empty) {
            super.updateItem(item, empty);
            code.getChildren().clear();
            setGraphic(empty || item == null ? null : row);
            pseudoClassStateChanged(CHANGED, !empty && item != null && item.changed());
            light();
            if (!empty && item != null) {
                number.setText(String.valueOf(item.number()));
                tag.setText(item.tag().isEmpty() ? "" : "← " + item.tag());
                item.spans().forEach(span -> code.getChildren().add(text(span)));
            }
        }

        private static Text text(PreviewLine.Span span) {
            Text text = new Text(span.text());
            text.getStyleClass().addAll("code-text", span.token().name().toLowerCase(Locale.ROOT));
            return text;
        }

        private String first() {
            PreviewLine item = getItem();
            Set<String> knobs = item == null ? Set.of() : item.knobs();
            return model.nearest(knobs);
        }

        private void light() {
            PreviewLine item = getItem();
            String pointed = model.hovered().get();
            boolean lit = item != null && !pointed.isEmpty() && item.knobs().contains(pointed);
            pseudoClassStateChanged(LIT, lit);
        }
    }
}
