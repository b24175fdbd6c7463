package org.pykiln.wheels;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.ContextFile;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// The folders of wheels on this machine. A recipe names the wheels by what they are, never by
/// where they lie, so they are looked for in all folders that are known.
public final class WheelIndexes {
    /// Environment variable: more folders to look into, separated as in `PATH`. Nothing is written
    /// there.
    public static final String FOLDERS = "PYKILN_WHEELHOUSES";

    private final RecentFolders made;
    private final List<Path> folders;

    /// @param made folders that "wheels" wrote on this machine
    /// @param folders to look into as well
    public WheelIndexes(RecentFolders made, List<Path> folders) {
        this.made = made;
        this.folders = List.copyOf(folders);
    }

    public static WheelIndexes of(Workspace workspace, Map<String, String> environment) {
        List<Path> folders =
                Stream.of(environment.getOrDefault(FOLDERS, "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        return new WheelIndexes(new RecentFolders(workspace.wheelhousesFile()), folders);
    }

    /// Remembers where an index was made.
    public void remember(WheelIndex index) throws IOException {
        made.add(index.folder());
    }

    /// The wheels that a recipe names, verified, and their list, as a build finds them.
    ///
    /// @param id of an index
    /// @throws WheelsException when no known folder holds them
    public List<ContextFile> files(String id) {
        try {
            List<String> others = new ArrayList<>();
            for (Path folder : Stream.concat(folders.stream(), made.list().stream()).toList()) {
                WheelIndex index = new WheelIndex(folder);
                Optional<String> its = index.id();
                if (its.filter(id::equals).isPresent()) {
                    return index.files().stream()
                            .map(file ->
                                    new ContextFile(
                                            Renderer.wheelFolder(id) + "/" + file.getFileName(),
                                            file))
                            .toList();
                }
                its.ifPresent(other -> others.add("%s is wheelhouse:%s".formatted(folder, other)));
            }
            throw WheelsException.badInput(
                    "there is no wheelhouse:%s on this machine; expected one that \"wheels\" made here, or that is in a folder named by %s%s"
                            .formatted(
                                    id,
                                    FOLDERS,
                                    others.isEmpty() ? "" : "; " + String.join("; ", others)));
        } catch (IOException unreadable) {
            throw WheelsException.failed("a wheelhouse cannot be read: " + unreadable);
        }
    }
}
