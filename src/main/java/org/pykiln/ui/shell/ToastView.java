package org.pykiln.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Labels;
import org.pykiln.ui.common.Presence;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.StateIcon;

/// One thing that was said. Pointing at it or moving into it keeps it open.
public final class ToastView extends HBox {
    /// Longer details scroll, so that several problems have room.
    private static final int FEW_LINES = 8;

    private static final int LINE = 60;
    private static final double MOST_HEIGHT = 150;

    private final ToastViewModel toast;
    private final ToastsViewModel toasts;
    private final SupportViewModel support;
    private final Label times = new Label();

    ToastView(ToastViewModel toast, ToastsViewModel toasts, SupportViewModel support) {
        this.toast = toast;
        this.toasts = toasts;
        this.support = support;
        getStyleClass().addAll("toast", toast.problem().isPresent() ? "problem" : "done");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        times.getStyleClass().add("badge");
        VBox words = new VBox(line());
        words.getStyleClass().add("toast-words");
        toast.problem().ifPresent(problem -> add(words, problem));
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign(), words, close());
        toast.times().subscribe(now -> count());
        hoverProperty().subscribe(now -> keep());
        focusWithinProperty().subscribe(now -> keep());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        toasts.dismiss(toast);
                        event.consume();
                    }
                });
    }

    private Node sign() {
        return toast.problem().isPresent()
                ? StateIcon.icon("fth-alert-circle", "danger")
                : StateIcon.icon("fth-check-circle", "success");
    }

    private Node line() {
        Label text = Labels.wrapped(toast.text());
        text.getStyleClass().add("toast-text");
        HBox line = new HBox(text, times);
        line.getStyleClass().add("toast-line");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        return line;
    }

    private void add(VBox words, Problem problem) {
        Node detail = detail(problem.detail());
        Presence.bind(detail, toast.expanded().map(open -> open && !problem.detail().isEmpty()));
        words.getChildren().add(detail);
        if (!problem.help().isEmpty()) {
            words.getChildren().add(command(problem.help()));
        }
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("toast-actions");
        problem.remedies().forEach(remedy -> actions.getChildren().add(button(remedy)));
        Hyperlink more = new Hyperlink();
        more.textProperty().bind(toast.expanded().map(open -> open ? "Less" : "Details"));
        more.setOnAction(event -> {
            toast.expanded().set(!toast.expanded().get());
            more.setVisited(false);
        });
        Label code = new Label(problem.code().text());
        code.getStyleClass().addAll("mono", "quiet", "toast-code");
        actions.getChildren().addAll(more, code);
        Button copy = small("Copy diagnostics", () -> support.copyDiagnostics(problem));
        Button log = small("Open the log", support::openLog);
        FlowPane helpers = new FlowPane(copy, log);
        helpers.getStyleClass().add("toast-actions");
        Presence.bind(helpers, toast.expanded());
        words.getChildren().addAll(actions, helpers);
    }

    private static Node detail(String text) {
        Label label = Labels.wrapped(text);
        label.getStyleClass().add("quiet");
        if (text.lines().count() <= FEW_LINES && text.length() <= FEW_LINES * LINE) {
            return label;
        }
        ScrollPane scroll = new ScrollPane(label);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(MOST_HEIGHT);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.setAccessibleText("Details");
        return scroll;
    }

    private Node command(String line) {
        Label text = Labels.wrapped(line);
        text.getStyleClass().add("mono");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button("", new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("flat", "small", "button-icon");
        copy.setOnAction(event -> support.copy(line));
        Shortcut.label(copy, "Copy " + line);
        HBox box = new HBox(text, copy);
        box.getStyleClass().add("command");
        return box;
    }

    private Button button(Command remedy) {
        return small(remedy.name(), () -> toasts.run(toast, remedy));
    }

    private static Button small(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node close() {
        Button close = new Button("", new FontIcon("fth-x"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setOnAction(event -> toasts.dismiss(toast));
        Shortcut.describe(close, "Dismiss  (Esc)", "Dismiss");
        return close;
    }

    private void count() {
        times.setText(toast.timesText());
        times.setVisible(toast.times().get() > 1);
        times.setManaged(times.isVisible());
        setAccessibleText(toast.spoken());
    }

    private void keep() {
        if (isHover() || isFocusWithin()) {
            toasts.hold(toast);
        } else {
            toasts.release(toast);
        }
    }
}
