package org.pykiln.ui.preview;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The lines of a Dockerfile with numbers and colours. Lines of changed knobs carry a bar and the
/// knob's name; those of the knob that is pointed at, here or in the form, are lit.
final class DockerfileView extends ListView<PreviewLine> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");
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
        model.focused().subscribe(knob -> reveal(model.firstLineOf(knob)));
        model.lines().subscribe(() -> reveal(model.firstLineOf(model.focused().get())));
        model.find().query().subscribe(text -> refresh());
        model.find().open().subscribe(now -> refresh());
        model.find().line().subscribe(at -> found(at.intValue()));
    }

    private void found(int line) {
        if (line >= 0 && line < getItems().size() && !model.diff().open().get()) {
            getSelectionModel().clearAndSelect(line);
            reveal(line);
        }
    }

    /// Brings a line into sight, unless it is there already.
    private void reveal(int line) {
        if (line >= 0 && !isInSight(this, line)) {
            scrollTo(Math.max(0, line - 3));
        }
    }

    static boolean isInSight(ListView<?> view, int line) {
        return view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && isBetween(flow.getFirstVisibleCell(), line, flow.getLastVisibleCell());
    }

    private static boolean isBetween(
            @Nullable IndexedCell<?> first, int line, @Nullable IndexedCell<?> last) {
        return first != null && last != null && first.getIndex() <= line && line <= last.getIndex();
    }

    private final class LineCell extends ListCell<PreviewLine> {
        private final Label number = new Label();
        private final CodeLine code = new CodeLine();
        private final Label tag = new Label();
        private final HBox row = new HBox(number, code, tag);

        LineCell() {
            number.getStyleClass().add("line-number");
            tag.getStyleClass().add("line-tag");
            tag.setMinWidth(USE_PREF_SIZE);
            row.getStyleClass().add("line");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            indexProperty().subscribe(at -> number.setText(String.valueOf(at.intValue() + 1)));
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
            setGraphic(empty || item == null ? null : row);
            pseudoClassStateChanged(CHANGED, !empty && item != null && item.changed());
            pseudoClassStateChanged(SPECIAL, !empty && item != null && item.special());
            light();
            if (!empty && item != null) {
                tag.setText(item.tag().isEmpty() ? "" : "← " + item.tag());
                code.show(Span.found(item.spans(), model.find().wanted()));
            }
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
