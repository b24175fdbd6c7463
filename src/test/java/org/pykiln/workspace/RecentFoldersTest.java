package org.pykiln.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFoldersTest {
    @TempDir Path folder;

    @Test
    void theNewestComesFirstAndWhatIsGoneIsLeftOut() throws IOException {
        RecentFolders recent = new RecentFolders(folder.resolve("recent.txt"));
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        recent.add(one);
        recent.add(two);
        recent.add(folder.resolve("gone"));
        recent.add(one);
        assertThat(recent.list()).containsExactly(one, two);
    }

    @Test
    void aDamagedFileIsNamedWithWhatHelps() throws IOException {
        Path file = folder.resolve("recent.txt");
        Files.write(file, new byte[] {'/', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(new RecentFolders(file)::list)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is damaged: expected the path of a folder")
                .hasMessageContaining("It can be deleted");
    }
}
