package org.pykiln.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Path USER = Path.of("/home/someone");

    @TempDir private Path folder;

    @Test
    void ownHomeWins() {
        Map<String, String> environment =
                Map.of("PYKILN_HOME", "/data/kiln", "XDG_DATA_HOME", "/x");
        assertThat(Workspace.of(environment, "Linux", USER).home())
                .isEqualTo(Path.of("/data/kiln"));
    }

    @Test
    void elseThePlatformsPlaceForApplicationData() {
        assertThat(home(Map.of(), "Linux")).isEqualTo(USER.resolve(".local/share/pykiln"));
        assertThat(home(Map.of("XDG_DATA_HOME", "/x"), "Linux")).isEqualTo(Path.of("/x/pykiln"));
        assertThat(home(Map.of("XDG_DATA_HOME", " "), "Linux"))
                .isEqualTo(USER.resolve(".local/share/pykiln"));
        assertThat(home(Map.of("PYKILN_HOME", ""), "Mac OS X"))
                .isEqualTo(USER.resolve("Library/Application Support/pykiln"));
        assertThat(home(Map.of("APPDATA", "/roaming"), "Windows 11"))
                .isEqualTo(Path.of("/roaming/pykiln"));
    }

    @Test
    void writesWholeFilesAndMakesFolders() throws IOException {
        Path file = folder.resolve("a/b/file.txt");
        AtomicFiles.write(file, "one");
        AtomicFiles.write(file, "zwölf");
        assertThat(file).hasContent("zwölf");
        assertOnly(file);
    }

    @Test
    void failingContentLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("file.txt");
        AtomicFiles.write(file, "old");
        assertThatThrownBy(() ->
                        AtomicFiles.write(
                                file,
                                out -> {
                                    out.write('n');
                                    throw new IOException("cut");
                                }))
                .hasMessage("cut");
        assertThat(file).hasContent("old");
        assertOnly(file);
    }

    private static Path home(Map<String, String> environment, String osName) {
        return Workspace.of(environment, osName, USER).home();
    }

    private static void assertOnly(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
