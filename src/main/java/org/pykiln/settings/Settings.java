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
/// @param builds how many of the newest the window's history keeps
/// @param buildCpus of the engine's host that a build may use, such as `0,2-3`; empty for all
/// @param measureCpus that a session measures on unless it names others; empty for the last one
public record Settings(
        Theme theme,
        int zoom,
        Mode mode,
        Optional<String> engine,
        int builds,
        Optional<String> buildCpus,
        Optional<String> measureCpus) {
    public static final int LEAST_ZOOM = 75;
    public static final int MOST_ZOOM = 200;
    public static final int LEAST_BUILDS = 1;
    public static final int MOST_BUILDS = 1000;

    /// Of somebody who never chose.
    public static final Settings DEFAULTS =
            new Settings(
                    Theme.SYSTEM,
                    100,
                    Mode.QUICK,
                    Optional.empty(),
                    100,
                    Optional.empty(),
                    Optional.empty());

    /// Colours of the window.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Settings withTheme(Theme other) {
        return new Settings(other, zoom, mode, engine, builds, buildCpus, measureCpus);
    }

    public Settings withZoom(int percent) {
        return new Settings(theme, percent, mode, engine, builds, buildCpus, measureCpus);
    }

    public Settings withMode(Mode other) {
        return new Settings(theme, zoom, other, engine, builds, buildCpus, measureCpus);
    }

    public Settings withEngine(Optional<String> endpoint) {
        return new Settings(theme, zoom, mode, endpoint, builds, buildCpus, measureCpus);
    }

    public Settings withBuilds(int number) {
        return new Settings(theme, zoom, mode, engine, number, buildCpus, measureCpus);
    }

    public Settings withBuildCpus(Optional<String> cpus) {
        return new Settings(theme, zoom, mode, engine, builds, cpus, measureCpus);
    }

    public Settings withMeasureCpus(Optional<String> cpus) {
        return new Settings(theme, zoom, mode, engine, builds, buildCpus, cpus);
    }
}
