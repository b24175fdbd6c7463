package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir Path folder;

    @Test
    void onlyWhatWouldBecomeSomethingElseIsReplaced() throws IOException {
        Path archive = Files.writeString(folder.resolve("source"), "bytes");
        Path target = folder.resolve("target");
        Export export =
                new Export(
                        Map.of("Dockerfile", "FROM a\n"),
                        List.of(new ContextFile("a.tar.xz", archive)));

        assertThat(export.replaced(target)).isEmpty();
        List<Path> written = export.write(target);
        Files.writeString(target.resolve("notes"), "mine");
        assertThat(export.replaced(target)).isEmpty();
        assertThat(written)
                .containsExactly(target.resolve("a.tar.xz"), target.resolve("Dockerfile"));

        Files.writeString(target.resolve("Dockerfile"), "FROM b\n");
        assertThat(export.replaced(target)).containsExactly(target.resolve("Dockerfile"));
        Files.writeString(target.resolve("a.tar.xz"), "others");
        assertThat(export.replaced(target)).hasSize(2);
    }

    @Test
    void aZipFileIsReplacedWhole() throws IOException {
        Path zip = folder.resolve("a.zip");
        Export export = new Export(Map.of("Dockerfile", "FROM a\n"), List.of());

        assertThat(export.replaced(zip)).isEmpty();
        assertThat(export.write(zip)).containsExactly(zip);
        assertThat(export.replaced(zip)).containsExactly(zip);
        assertThat(folder.toFile().list()).containsExactly("a.zip");
    }
}
