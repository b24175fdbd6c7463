package org.pykiln.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Mode;

class SettingsFileTest {
    @TempDir Path folder;
    private Path path;
    private SettingsFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("workspace").resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void nothingWasChosenAtFirstAndLookingWritesNothing() {
        assertThat(file.load())
                .isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS, Optional.empty()));
        assertThat(path.getParent()).doesNotExist();
    }

    @Test
    void whatWasChosenIsFoundAgain() throws IOException {
        Settings chosen =
                new Settings(
                        Settings.Theme.DARK,
                        125,
                        Mode.RIGOROUS,
                        Optional.of("tcp://build.example:2376"),
                        7,
                        Optional.of("0-1"),
                        Optional.of("3"));
        file.change(before -> chosen);
        assertThat(new SettingsFile(path).load().settings()).isEqualTo(chosen);
    }

    /// The window keeps its zoom while the command line chose an engine in between.
    @Test
    void aChangeChangesNothingElse() throws IOException {
        SettingsFile window = new SettingsFile(path);
        window.load();
        file.change(now -> now.withEngine(Optional.of("unix:///e.sock")));
        window.change(now -> now.withZoom(150));
        assertThat(file.load().settings())
                .isEqualTo(
                        Settings.DEFAULTS.withZoom(150).withEngine(Optional.of("unix:///e.sock")));
        file.change(now -> now.withEngine(Optional.empty()));
        assertThat(Files.readString(path)).doesNotContain("engine");
    }

    @Test
    void keepsWhatALaterVersionWrote() throws IOException {
        write("{\"theme\": \"light\", \"later\": {\"a\": [1]}}");
        file.change(now -> now.withZoom(90));
        assertThat(Files.readString(path)).contains("\"later\"", "[ 1 ]", "\"zoom\" : 90");
    }

    @Test
    void aBadValueIsSaidPutAsideAndTheOthersHold() throws IOException {
        write(
                "{\"theme\": \"drak\", \"zoom\": 1000, \"mode\": \"standard\", \"engine\": \"/e.sock\", \"builds\": 0, \"buildCpus\": \"2-1\", \"measureCpus\": 1}");
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.settings())
                .isEqualTo(
                        Settings.DEFAULTS
                                .withMode(Mode.STANDARD)
                                .withMeasureCpus(Optional.of("1")));
        assertThat(loaded.problem().orElseThrow())
                .contains(
                        "\"theme\" cannot be \"drak\"; expected system, light, dark; nearest: dark",
                        "\"zoom\" cannot be 1000; expected a whole number from 75 to 200; nearest: 200",
                        "\"engine\" cannot be \"/e.sock\"",
                        "nearest: unix:///e.sock",
                        "\"builds\" cannot be 0; expected a whole number from 1 to 1000; nearest: 1",
                        "\"buildCpus\" cannot be \"2-1\"; expected numbers of CPUs such as 1 or 0,2-3",
                        "settings-not-read.json");
        assertThat(Files.readString(path.resolveSibling("settings-not-read.json")))
                .contains("drak");
        assertThat(file.load().problem()).isEmpty();
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() throws IOException {
        for (String text :
                new String[] {"{\n  \"theme\": lihgt\n}", "", "[]", "{\"zoom\": \"big\"}"}) {
            Files.deleteIfExists(path.resolveSibling("settings-not-read.json"));
            write(text);
            SettingsFile.Loaded loaded = file.load();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
            assertThat(loaded.problem()).as(text).isPresent();
            assertThat(path.resolveSibling("settings-not-read.json")).hasContent(text);
        }
        write("{\n  \"theme\": lihgt\n}");
        assertThat(file.load().problem().orElseThrow()).contains("2:");
    }

    @Test
    void whatWasPutAsideIsNeverOverwritten() throws IOException {
        write("[1]");
        file.load();
        write("[2]");
        assertThat(file.load().problem().orElseThrow()).contains("settings-not-read-2.json");
        assertThat(path.resolveSibling("settings-not-read.json")).hasContent("[1]");
        assertThat(path.resolveSibling("settings-not-read-2.json")).hasContent("[2]");
    }

    @Test
    void saysWhyNothingOfItCanBeReadAndChangesNothing() throws IOException {
        assertThat(file.unreadable()).isEmpty();
        write("{\"theme\": \"drak\"}");
        assertThat(file.unreadable()).isEmpty();
        write("{ \"theme\": ");
        assertThat(file.unreadable().orElseThrow()).startsWith("1:");
        assertThat(path).hasContent("{ \"theme\": ");
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(file.unreadable()).contains("expected UTF-8");
        Files.delete(path);
        Files.createDirectory(path);
        assertThat(file.unreadable()).isPresent();
        assertThat(file.setAside()).isDirectory().hasFileName("settings-not-read.json");
        assertThat(path).doesNotExist();
        assertThat(file.unreadable()).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
