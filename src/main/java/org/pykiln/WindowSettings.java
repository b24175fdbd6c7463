package org.pykiln;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.pykiln.cli.Version;
import org.pykiln.settings.Settings;
import org.pykiln.settings.SettingsFile;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.SettingsServices;
import org.pykiln.workspace.Workspace;

/// Settings in the workspace's file, and the facts of this process.
record WindowSettings(SettingsFile file, Workspace workspace) implements SettingsServices {
    @Override
    public SettingsFile.Loaded settings() {
        return file.load();
    }

    @Override
    public void change(UnaryOperator<Settings> change) throws ProblemException {
        Attempt.of(() -> file.change(change));
    }

    @Override
    public List<Folder> folders() {
        return List.of(
                new Folder("Workspace", workspace.home()),
                new Folder("Own presets", workspace.presets()),
                new Folder("Sessions", workspace.sessions()),
                new Folder("Receipts", workspace.receipts()),
                new Folder("Sources of CPython", workspace.distfiles()),
                new Folder("Log", workspace.logs()));
    }

    @Override
    public SequencedMap<String, String> versions() {
        SequencedMap<String, String> versions = new LinkedHashMap<>();
        versions.put("PyKiln", Version.text());
        versions.put("Java", property("java.version") + ", " + property("java.vendor"));
        versions.put("JavaFX", property("javafx.runtime.version"));
        versions.put(
                "System",
                "%s %s, %s"
                        .formatted(
                                property("os.name"), property("os.version"), property("os.arch")));
        return versions;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
