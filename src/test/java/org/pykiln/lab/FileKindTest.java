package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.workspace.Workspace;

class FileKindTest {
    @TempDir Path folder;

    @Test
    void everyShippedPresetIsOne() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            assertThat(
                            files.filter(file -> file.toString().matches(".*/[a-z0-9-]+[.]json"))
                                    .filter(file -> !file.endsWith("index.json")))
                    .hasSizeGreaterThan(10)
                    .allMatch(file -> FileKind.of(file) == FileKind.PRESET);
        }
    }

    @Test
    void pyperfFilesAreResultsAlsoCompressed() throws IOException {
        Path file = Path.of("src", "test", "resources", "pyperf", "glibc_malloc.json");
        assertThat(FileKind.of(file)).isEqualTo(FileKind.PYPERF);
        Path compressed = folder.resolve("results.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, out);
        }
        assertThat(FileKind.of(compressed)).isEqualTo(FileKind.PYPERF);
        assertThat(FileKind.of(compressed).isResult()).isTrue();
    }

    @Test
    void sessionsAndTheirBundlesAreResults() throws IOException {
        Path session = MeasuredSession.in(folder.resolve("measured"));
        assertThat(FileKind.of(session)).isEqualTo(FileKind.SESSION);
        assertThat(FileKind.of(folder)).isEqualTo(FileKind.FOLDER);
        Path bundle = folder.resolve("given.zip");
        Bundle.write(session, bundle, new Workspace(folder.resolve("home")), java.util.Map.of());
        assertThat(FileKind.of(bundle)).isEqualTo(FileKind.BUNDLE);
    }

    /// What is broken behind its first keys is what it was meant to be.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x.json | {\"schema\": 1, \"knobs\": {\"lto\" | PRESET",
                "x.json | {\"name\": \"x\", \"tags\": [\"a\"], \"knobs\": 3} | PRESET",
                "x.txt  | {\"version\": \"1.0\", \"metadata\": {\"n\": NaN}, \"benchmarks\": [ | PYPERF",
                "x.json | {\"name\": \"x\", \"version\": \"1.0\"} | JSON",
                "X.JSON | [{\"benchmarks\": 1}] | JSON",
                "x.json | hello | JSON",
                "x.json | ~~ | JSON",
                "x.json.gz | not compressed | JSON",
                "x.txt  | hello | OTHER",
                "x.gz   | hello | OTHER"
            })
    void whatIsNotWholeIsJudgedByItsBeginning(String name, String text, FileKind kind)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThat(FileKind.of(file)).isEqualTo(kind);
    }

    @Test
    void whatIsNotThereIsJudgedByItsName() {
        assertThat(FileKind.of(folder.resolve("gone.json"))).isEqualTo(FileKind.JSON);
        assertThat(FileKind.of(folder.resolve("gone.zip"))).isEqualTo(FileKind.OTHER);
        assertThat(FileKind.of(Path.of("/"))).isEqualTo(FileKind.FOLDER);
    }
}
