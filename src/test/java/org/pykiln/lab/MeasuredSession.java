package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import org.pykiln.engine.Cancellation;
import org.pykiln.workspace.Workspace;

/// Sessions for tests of other packages: real files, of a pretended engine.
public final class MeasuredSession {
    private MeasuredSession() {}

    /// Two images, named `o2` and `o3`.
    ///
    /// @param folder for the session; what else is needed stands beside
    public static Path in(Path folder) throws IOException {
        Workspace workspace = new Workspace(folder.resolveSibling("of-" + folder.getFileName()));
        try (Workshop workshop = new FakeLab(workspace).workshop()) {
            workshop.lab().run(FakeLab.twoRecipes(), folder, event -> {}, new Cancellation());
        }
        return folder;
    }
}
