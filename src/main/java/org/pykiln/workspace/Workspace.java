package org.pykiln.workspace;

import java.nio.file.Path;
import java.util.Map;

/// The folder on disk that holds what PyKiln keeps between runs: distfiles, kit, receipts, own
/// presets, drafts, logs. Nothing in it is precious but presets and drafts.
///
/// @param home absolute; made by whoever writes into it first
public record Workspace(Path home) {
    public Workspace {
        home = home.toAbsolutePath().normalize();
    }

    /// `PYKILN_HOME`, or else the platform's place for application data.
    public static Workspace of(Map<String, String> environment, String osName, Path userHome) {
        String own = environment.getOrDefault("PYKILN_HOME", "");
        if (!own.isBlank()) {
            return new Workspace(Path.of(own));
        }
        return new Workspace(applicationData(environment, osName, userHome).resolve("pykiln"));
    }

    public static Workspace ofThisUser() {
        return of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    public Path distfiles() {
        return home.resolve("distfiles");
    }

    public Path kits() {
        return home.resolve("kits");
    }

    /// Packages of benchmarks.
    public Path layers() {
        return home.resolve("layers");
    }

    public Path receipts() {
        return home.resolve("receipts");
    }

    public Path presets() {
        return home.resolve("presets");
    }

    /// What was unsaved in windows that are open, or that did not close in order.
    public Path drafts() {
        return home.resolve("drafts");
    }

    /// What was built, and the logs of it.
    public Path builds() {
        return home.resolve("builds");
    }

    public Path sessions() {
        return home.resolve("sessions");
    }

    /// Texts of pyperf files that came from the clipboard.
    public Path pasted() {
        return home.resolve("pasted");
    }

    /// Where folders of wheels were made.
    public Path wheelhousesFile() {
        return home.resolve("wheelhouses.txt");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /// What a person chose once and for all.
    public Path settingsFile() {
        return home.resolve("settings.json");
    }

    /// What the window was like when it was closed.
    public Path windowFile() {
        return home.resolve("window.json");
    }

    /// Which of the first steps somebody has taken.
    public Path firstStepsFile() {
        return home.resolve("first-steps.txt");
    }

    /// Of the window. Older ones lie beside it.
    public Path logFile() {
        return logs().resolve("pykiln.log");
    }

    public Path recentFile() {
        return home.resolve("recent.txt");
    }

    private static Path applicationData(
            Map<String, String> environment, String osName, Path userHome) {
        if (osName.startsWith("Mac")) {
            return userHome.resolve("Library/Application Support");
        }
        String variable = osName.startsWith("Windows") ? "APPDATA" : "XDG_DATA_HOME";
        String folder = environment.getOrDefault(variable, "");
        return folder.isBlank() ? userHome.resolve(".local/share") : Path.of(folder);
    }
}
