package org.pykiln.ui.configure;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.recipe.Finding;
import org.pykiln.ui.common.Shortcut;

/// One line of the form: bar, label, control, reset; below it what is wrong or worth knowing.
final class KnobRow extends VBox {
    private static final double GAP = 8;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");

    private final KnobViewModel knob;
    private final Runnable toEngines;
    private final Node editor;
    private final Label label = new Label();
    private final Region gap = new Region();
    private final Button reset = new Button(null, new FontIcon("fth-rotate-ccw"));
    private final HBox line = new HBox();
    private final VBox notes = new VBox();
    private boolean stacked;

    /// @param toEngines shows what the engine executes
    KnobRow(KnobViewModel knob, Runnable toEngines) {
        this.knob = knob;
        this.toEngines = toEngines;
        this.editor = KnobEditor.of(knob);
        setId("knob-" + knob.id());
        getStyleClass().add("knob");
        notes.getStyleClass().add("notes");
        fillLine();
        visibleProperty().bind(knob.shown());
        managedProperty().bind(visibleProperty());
        knob.changed().subscribe(on -> pseudoClassStateChanged(CHANGED, on));
        knob.lit().subscribe(on -> pseudoClassStateChanged(LIT, on));
        knob.findings().addListener((ListChangeListener<Finding>) change -> note());
        knob.complaint().subscribe(now -> note());
        knob.remark().subscribe(now -> note());
        setOnMouseEntered(event -> knob.hover(true));
        setOnMouseExited(event -> knob.hover(false));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> knob.focus());
        // not by focusWithin: the cells of a list count as focused as soon as they are made
        addEventFilter(KeyEvent.KEY_RELEASED, event -> knob.focus());
    }

    void explained(boolean on) {
        pseudoClassStateChanged(EXPLAINED, on);
    }

    /// So that the form never gets wider than its place.
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /// Where label and control do not fit beside each other, the control goes below its label.
    @Override
    protected void layoutChildren() {
        double needed = label.prefWidth(-1) + editor.prefWidth(-1) + reset.prefWidth(-1) + 3 * GAP;
        boolean narrow = needed > getWidth() - snappedLeftInset() - snappedRightInset();
        if (narrow != stacked) {
            stacked = narrow;
            arrange();
            pseudoClassStateChanged(STACKED, stacked);
        }
        super.layoutChildren();
    }

    private void arrange() {
        if (stacked) {
            line.getChildren().setAll(label, gap, reset);
            getChildren().setAll(line, editor, notes);
        } else {
            getChildren().setAll(line, notes);
            line.getChildren().setAll(label, editor, gap, reset);
        }
    }

    private void fillLine() {
        label.getStyleClass().add("knob-label");
        label.setText(knob.label());
        label.setLabelFor(editor);
        reset.getStyleClass().addAll("flat", "small", "button-icon");
        reset.setOnAction(event -> knob.reset());
        reset.visibleProperty().bind(knob.changed());
        knob.changed().subscribe(now -> Shortcut.label(reset, knob.resetText()));
        setOnContextMenuRequested(event -> {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getStyleClass().add("knob-line");
        arrange();
    }

    private ContextMenu menu() {
        MenuItem reset = new MenuItem(knob.resetText());
        reset.setMnemonicParsing(false);
        reset.setDisable(!knob.changed().get());
        reset.setOnAction(event -> knob.reset());
        MenuItem usual = new MenuItem("To the default: " + knob.defaultText());
        usual.setMnemonicParsing(false);
        usual.setDisable(knob.isDefault());
        usual.setOnAction(event -> knob.toDefault());
        return new ContextMenu(reset, usual);
    }

    private void note() {
        notes.getChildren().clear();
        if (!knob.complaint().get().isEmpty()) {
            Label complaint = new Label(knob.complaint().get());
            complaint.setWrapText(true);
            complaint.setMinHeight(USE_PREF_SIZE);
            complaint.getStyleClass().add("complaint");
            notes.getChildren().add(complaint);
        }
        knob.findings().forEach(finding -> notes.getChildren().add(FindingLine.of(finding, knob)));
        if (!knob.remark().get().isEmpty()) {
            notes.getChildren()
                    .add(FindingLine.remark(knob.remark().get(), "what it executes", toEngines));
        }
    }
}
