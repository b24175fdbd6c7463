package org.pykiln.ui.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Light or dark, for every window.
public final class Themes {
    /// Which of the two.
    public enum Choice {
        SYSTEM("as the system"),
        LIGHT("light"),
        DARK("dark");

        private final String word;

        Choice(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final String INLINE = "data:text/css;base64,";

    /// Pixels, as in our own styles.
    private static final double WORDS = 13;

    private static final double TOOLTIP_WORDS = 12;

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);

    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    // desktop and list of windows outlive every window and hold these weakly, so that they keep
    // none alive
    private final InvalidationListener ofDesktop = desktop -> apply();
    private final InvalidationListener ofWindows = windows -> dressWindows();

    public Themes() {
        choice.subscribe(now -> apply());
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener(new WeakInvalidationListener(ofDesktop));
    }

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /// From what is seen now to the other one.
    public void toggle() {
        choice.set(isDark() ? Choice.LIGHT : Choice.DARK);
    }

    /// Changes after the colours did.
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    public boolean isDark() {
        return dark.get();
    }

    private boolean wanted() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Our own styles, which know the theme's colours by name only.
    public void dress(Scene scene) {
        for (String sheet : new String[] {"bridge.css", "pykiln.css"}) {
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(
                                            Themes.class.getResource("/org/pykiln/ui/" + sheet),
                                            sheet)
                                    .toExternalForm());
        }
        dark.subscribe(now -> scene.getPreferences().setColorScheme(scheme()));
    }

    /// Dialogs, menus and tooltips, as they open and while they are open; their owner's styles they
    /// have already, but not how large their owner is drawn.
    public void dressWindows(Zoom zoom) {
        factor.bind(zoom.percent().divide(100.0));
        Window.getWindows().addListener(new WeakInvalidationListener(ofWindows));
        dark.subscribe(now -> dressWindows());
        factor.subscribe(now -> dressWindows());
    }

    private void dressWindows() {
        for (Window window : List.copyOf(Window.getWindows())) {
            Scene scene = window.getScene();
            if (scene != null) {
                scene.getPreferences().setColorScheme(scheme());
                if (isOwned(window) && !scene.getStylesheets().contains(fonts())) {
                    scene.getStylesheets().removeIf(sheet -> sheet.startsWith(INLINE));
                    scene.getStylesheets().add(fonts());
                }
            }
        }
    }

    private String fonts() {
        String sheet =
                String.format(
                        Locale.ROOT,
                        ".root, .context-menu, .combo-box-popup > .list-view"
                                + " { -fx-font-size: %.1fpx; } .tooltip { -fx-font-size: %.1fpx; }",
                        WORDS * factor.get(),
                        TOOLTIP_WORDS * factor.get());
        return INLINE + Base64.getEncoder().encodeToString(sheet.getBytes(UTF_8));
    }

    /// The others draw all that is in them larger themselves.
    private static boolean isOwned(Window window) {
        return window instanceof PopupWindow
                || window instanceof Stage stage && stage.getOwner() != null;
    }

    private ColorScheme scheme() {
        return isDark() ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                wanted()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        dark.set(wanted());
    }
}
