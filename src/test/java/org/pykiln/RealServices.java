package org.pykiln;

import java.nio.file.Path;
import java.time.InstantSource;
import org.pykiln.engine.Owner;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.ResultServices;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// What the window really uses, on the folders of a test.
public final class RealServices {
    private RealServices() {}

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
