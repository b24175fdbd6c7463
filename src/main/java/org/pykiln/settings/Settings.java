package org.pykiln.settings;

import java.util.Optional;
import org.pykiln.bench.Mode;

/// What a person chose once and for all.
///
/// @param theme colours of the window
/// @param zoom of the window, in per cent
/// @param mode that the window proposes for a new session
/// @param engine endpoint of the engine that window and command line use; empty for the first that
///   answers
public record Settings(Theme theme, int zoom, Mode mode, Optional<String> engine) {
    public static final int LEAST_ZOOM = 75;
    public static final int MOST_ZOOM = 200;

    /// Of somebody who never chose.
    public static final Settings DEFAULTS =
            new Settings(Theme.SYSTEM, 100, Mode.QUICK, Optional.empty());

    /// Colours of the window.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Settings withTheme(Theme other) {
        return new Settings(other, zoom, mode, engine);
    }

    public Settings withZoom(int percent) {
        return new Settings(theme, percent, mode, engine);
    }

    public Settings withMode(Mode other) {
        return new Settings(theme, zoom, other, engine);
    }

    public Settings withEngine(Optional<String> endpoint) {
        return new Settings(theme, zoom, mode, endpoint);
    }
}
