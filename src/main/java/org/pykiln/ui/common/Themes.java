package org.pykiln.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
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

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    // desktop and list of windows outlive every window and hold these weakly, so that they keep
    // none alive
    private final InvalidationListener ofDesktop = desktop -> apply();
    private final InvalidationListener ofWindows = windows -> colourWindows();

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

    /// Dialogs, menus and tooltips, as they open; their owner's styles they have already.
    public void dressWindows() {
        Window.getWindows().addListener(new WeakInvalidationListener(ofWindows));
        dark.subscribe(now -> colourWindows());
    }

    private void colourWindows() {
        for (Window window : Window.getWindows()) {
            if (window.getScene() != null) {
                window.getScene().getPreferences().setColorScheme(scheme());
            }
        }
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
