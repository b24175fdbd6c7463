package org.pykiln.ui.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.Views;

/// The frame: rail, section, what is said, status bar.
public final class ShellController {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// What the rail with its words needs, and a section beside it.
    private static final double ROOMY_WIDTH = 760;

    private static final double ROOMY_HEIGHT = 510;

    /// What the words of the status bar need beside a job.
    private static final double WIDTH_OF_WORDS = 680;

    private final ShellViewModel model;
    private final SectionPages pages;
    private final Themes themes;
    private final ToggleGroup group = new ToggleGroup();
    @FXML private StackPane root;
    @FXML private VBox rail;
    @FXML private StackPane content;
    @FXML private MenuButton theme;
    @FXML private ToastsController toastsController;
    @FXML private DropController dropController;

    public ShellController(ShellViewModel model, Views views, Dividers dividers, Themes themes) {
        this.model = model;
        this.pages = new SectionPages(views, dividers);
        this.themes = themes;
    }

    @FXML
    void initialize() {
        int at = 0;
        for (Section section : Section.values()) {
            rail.getChildren().add(at++, button(section));
        }
        model.navigation().section().subscribe(this::show);
        model.command(Shortcut.NOTICES, toastsController::focusNewest);
        dropController.watch(root);
        Shortcut.THEME.describe(theme);
        ToggleGroup colours = new ToggleGroup();
        for (Themes.Choice choice : Themes.Choice.values()) {
            theme.getItems().add(item(choice, colours));
        }
        ToggleKeys.install(root);
        Panes panes = new Panes(root);
        model.command(Shortcut.NEXT_PANE, () -> panes.go(1));
        model.command(Shortcut.PREVIOUS_PANE, () -> panes.go(-1));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        root.sceneProperty().subscribe(this::bindKeys);
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
    }

    /// What has the focus comes first, what was said last.
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.escape()) {
            event.consume();
        }
    }

    private static String icon(Section section) {
        return switch (section) {
            case CONFIGURE -> "fth-sliders";
            case BUILDS -> "fth-package";
            case MEASURE -> "fth-watch";
            case RESULTS -> "fth-bar-chart-2";
            case PRESETS -> "fth-star";
            case ENGINES -> "fth-server";
            case SETTINGS -> "fth-settings";
        };
    }

    private ToggleButton button(Section section) {
        ToggleButton button = new ToggleButton(section.label(), new FontIcon(icon(section)));
        button.getStyleClass().add("rail-button");
        button.setId("rail-" + section.name().toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            model.show(section);
            button.setSelected(true);
        });
        dropController.leads(button, section);
        Shortcut.describe(
                button,
                section.label()
                        + ": "
                        + section.purpose()
                        + "  ("
                        + Shortcut.of(section).getDisplayText()
                        + ")",
                section.label());
        model.navigation().section().subscribe(shown -> button.setSelected(shown == section));
        return button;
    }

    private void show(Section section) {
        content.getChildren().setAll(pages.of(section));
    }

    /// Where there is little room, words go that tooltips have too.
    private void fit() {
        root.pseudoClassStateChanged(
                COMPACT, root.getWidth() < ROOMY_WIDTH || root.getHeight() < ROOMY_HEIGHT);
        root.pseudoClassStateChanged(NARROW, root.getWidth() < WIDTH_OF_WORDS);
    }

    private RadioMenuItem item(Themes.Choice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem("Colours: " + choice.word());
        item.setToggleGroup(group);
        item.setOnAction(event -> themes.choice().set(choice));
        themes.choice().subscribe(now -> item.setSelected(now == choice));
        return item;
    }

    private void bindKeys(@Nullable Scene scene) {
        if (scene == null) {
            return;
        }
        model.commands()
                .forEach((shortcut, action) ->
                        shortcut.allKeys()
                                .forEach(keys -> scene.getAccelerators().put(keys, action)));
        for (Section section : Section.values()) {
            scene.getAccelerators().put(Shortcut.of(section), () -> model.show(section));
        }
    }
}
