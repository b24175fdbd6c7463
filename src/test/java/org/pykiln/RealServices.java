package org.pykiln;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.pykiln.engine.Owner;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.settings.SettingsFile;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.ui.common.Services;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// What the window really uses, on the folders of a test.
public final class RealServices {
    private RealServices() {}

    /// Everything, in a workspace of its own.
    ///
    /// @param home of the workspace
    /// @param endpoint of the engine that is used, and no other
    public static Services window(Path home, String endpoint) throws IOException {
        Workspace workspace = new Workspace(home);
        new SettingsFile(workspace.settingsFile())
                .change(now -> now.withEngine(Optional.of(endpoint)));
        return new Wiring(workspace, System.getenv()).windowServices();
    }

    public static PresetServices presets(Path folder) {
        return new WindowPresets(new PresetLibrary(folder));
    }

    public static ResultServices results(Path folder) {
        Workspace workspace = new Workspace(folder);
        return new WindowResults(workspace, new RecentFolders(workspace.recentFile()));
    }

    public static DraftServices drafts(Path folder) {
        return drafts(folder, Owner.self());
    }

    /// @param owner the process that the window belongs to
    public static DraftServices drafts(Path folder, Owner owner) {
        return new WindowDrafts(folder, owner, InstantSource.system());
    }
}
