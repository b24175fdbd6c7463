package org.pykiln;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
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
        return Versions.all();
    }
}
