package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.View;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Every FXML file loads with its controller and handlers, names its controls for a screen reader,
/// and has no style that the toolkit complains of.
class ViewsTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final List<String> complaints = new ArrayList<>();
    private final Logger css = Logger.getLogger("javafx.css");
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord message) {
                    complaints.add(message.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        css.setLevel(Level.WARNING);
        css.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        css.removeHandler(listener);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void loadsAndNamesItsControls(View view) {
        List<String> unnamed = new ArrayList<>();
        Toolkit.run(() -> {
            Parent root = Controllers.views(studio(), new Themes()).load(view);
            fx.run();
            collect(root, unnamed);
        });
        assertThat(unnamed).isEmpty();
    }

    @Test
    void noStyleIsComplainedOfAndNoControlIsUnnamedInAnySectionAndTheme() {
        List<String> unnamed = new ArrayList<>();
        Toolkit.run(() -> {
            for (Themes.Choice theme : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
                Themes themes = new Themes();
                themes.choice().set(theme);
                Studio studio = studio();
                Scene scene = MainWindow.scene(studio, themes, 1440, 900);
                for (Section section : Section.values()) {
                    studio.navigation.show(section);
                    fx.run();
                    scene.snapshot(null);
                    collect(scene.getRoot(), unnamed);
                }
            }
        });
        assertThat(complaints).isEmpty();
        assertThat(unnamed).isEmpty();
    }

    private Studio studio() {
        Studio studio =
                new Studio(
                        new FakeServices(folder).all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.system());
        studio.start();
        fx.run();
        studio.builds.build();
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        return studio;
    }

    /// Also in panes that are folded or behind a tab, in menus, and in cells where there are any.
    private static void collect(Node node, List<String> unnamed) {
        if (node instanceof Control control) {
            if (needsName(control) && nameless(control)) {
                unnamed.add(String.valueOf(control));
            }
            if (control.getContextMenu() != null) {
                collect(control.getContextMenu().getItems(), unnamed);
            }
        }
        switch (node) {
            case ScrollPane pane -> collect(pane.getContent(), unnamed);
            case SplitPane pane -> pane.getItems().forEach(item -> collect(item, unnamed));
            case TitledPane pane -> collect(pane.getContent(), unnamed);
            case TabPane pane ->
                    pane.getTabs()
                            .forEach(tab -> {
                                name(tab.getText(), tab, unnamed);
                                collect(tab.getContent(), unnamed);
                            });
            case MenuButton menu -> collect(menu.getItems(), unnamed);
            case ComboBoxBase<?> box -> {}
            case Spinner<?> spinner -> {}
            case TextInputControl field -> {}
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> collect(child, unnamed));
            default -> {}
        }
    }

    private static void collect(List<MenuItem> items, List<String> unnamed) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                collect(menu.getItems(), unnamed);
            }
            switch (item) {
                case SeparatorMenuItem line -> {}
                case CustomMenuItem custom -> collect(custom.getContent(), unnamed);
                default -> name(item.getText(), item, unnamed);
            }
        }
    }

    private static void name(@Nullable String text, Object of, List<String> unnamed) {
        if (text == null || text.isBlank()) {
            unnamed.add(String.valueOf(of));
        }
    }

    private static boolean needsName(Control control) {
        return control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof ListView<?>
                || control instanceof TableView<?>
                || control instanceof Spinner<?>
                || control instanceof ProgressBar;
    }

    private static boolean nameless(Control control) {
        boolean shows =
                control instanceof ButtonBase button
                        && button.getText() != null
                        && !button.getText().isBlank();
        boolean labelled =
                control.getParent() != null
                        && control.getParent().getChildrenUnmodifiable().stream()
                                .anyMatch(n -> n instanceof Label l && l.getLabelFor() == control);
        String spoken = control.getAccessibleText();
        boolean hidden = !control.isManaged() || !control.isVisible();
        return !shows && !labelled && !hidden && (spoken == null || spoken.isBlank());
    }
}
