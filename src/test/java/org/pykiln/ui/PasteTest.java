package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.RealServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Texts and real files that are pasted into Results and Presets, or chosen.
class PasteTest {
    private static final Path PYPERF = Path.of("src", "test", "resources", "pyperf");
    private static final Path MALLOC = PYPERF.resolve("glibc_malloc.json");
    private static final Path PYMALLOC = PYPERF.resolve("glibc_pymalloc.json");
    private static final Path README = Path.of("README.md");

    @TempDir Path folder;

    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Studio studio;

    @BeforeEach
    void start() {
        FakeServices services = new FakeServices(folder);
        services.results = RealServices.results(folder);
        studio = new Studio(services.all(), dialogs, fx, Runnable::run, InstantSource.system());
        studio.start();
        fx.run();
    }

    private String said() {
        return studio.navigation.problem().get().text();
    }

    private Path preset() throws IOException {
        return Files.writeString(
                folder.resolve("one.json"),
                "{\"schema\": 1, \"name\": \"one\", \"knobs\": {\"lto\": \"full\"}}");
    }

    private List<String> own() {
        return studio.presets.presets().stream()
                .filter(one -> !one.shipped())
                .map(NamedRecipe::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hello | clipboard:1:1: not valid JSON | Expected the JSON text that pyperf writes",
                "[] | clipboard:1:1: | Expected the JSON text that pyperf writes",
                "{\"version\": | clipboard:1:12: | Expected the JSON text that pyperf writes",
                "{\"schema\": 1, \"knobs\": {}} | clipboard: | It is a preset, which Presets imports"
            })
    void resultsSayWhatPastedTextIsNot(String text, String place, String expected) {
        dialogs.clipboard = text;
        studio.results.paste();
        fx.run();
        assertThat(said()).startsWith(place).contains("\n" + expected);
        assertThat(studio.results.results().get()).isNull();
        assertThat(folder.resolve("pasted")).doesNotExist();
    }

    @Test
    void presetsSayWhatPastedTextIsNot() throws IOException {
        dialogs.clipboard = Files.readString(MALLOC);
        studio.presetPage.imports().paste();
        fx.run();
        assertThat(said())
                .contains(
                        "the clipboard:1:2: there is no key \"benchmarks\"; expected one of schema,");
        assertThat(own()).isEmpty();
    }

    @Test
    void pastedFilesAreTakenByTheSectionsThatPaste() throws IOException {
        dialogs.files = List.of(preset(), README);
        dialogs.clipboard = "one.json";
        studio.presetPage.imports().paste();
        fx.run();
        assertThat(own()).containsExactly("one");
        assertThat(said()).contains("README.md:1:1", "expected");

        studio.navigation.dismiss();
        dialogs.files = List.of(PYMALLOC, MALLOC);
        studio.results.paste();
        fx.run();
        assertThat(studio.results.results().get().images()).hasSize(2);
        dialogs.files = List.of(README);
        studio.results.paste();
        fx.run();
        assertThat(said()).contains("README.md:1:1");
        assertThat(studio.results.results().get().images()).hasSize(2);
    }

    @Test
    void choosesFilesByTheDialog() throws IOException {
        dialogs.file = Optional.of(preset());
        studio.presetPage.imports().choose();
        fx.run();
        assertThat(own()).containsExactly("one");
        assertThat(studio.navigation.notice().get()).isEqualTo("Imported one");
    }
}
