package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Printable;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;

class PresetFileTest {
    private static final Preset PRESET =
            new Preset(
                    "mine",
                    "Says \"more\" \\ than – nothing",
                    List.of("glibc", "fast.1"),
                    Catalogue.turn(
                            Catalogue.turn(Recipe.defaults(), "test-modules", "off"),
                            "pgo-task",
                            "-m test --pgo -j2"));

    private static final String TEXT =
            """
            {
              "schema": 1,
              "name": "mine",
              "description": "Says \\"more\\" \\\\ than – nothing",
              "tags": ["glibc", "fast.1"],
              "knobs": {
                "base": "debian:trixie-slim",
                "python": "3.13.5",
                "pgo-task": "-m test --pgo -j2",
                "test-modules": false
              }
            }
            """;

    @TempDir private Path folder;

    @Test
    void looksLikeThis() {
        assertThat(PresetFile.text(PRESET)).isEqualTo(TEXT);
        assertThat(PresetFile.text(new Preset("a", "", List.of(), Recipe.defaults())))
                .contains("\"description\": \"\",\n  \"tags\": [],\n");
    }

    @Test
    void everyPresetSurvivesItsFile() {
        Random random = new Random(1);
        RecipeGenerator.recipes(11, 2_000)
                .forEach(recipe -> {
                    Preset preset = new Preset("p", described(random), List.of("a"), recipe);
                    String text = PresetFile.text(preset);
                    Preset read = PresetJson.read("p", text.getBytes(StandardCharsets.UTF_8));
                    assertThat(read).isEqualTo(preset);
                    assertThat(PresetFile.text(read)).isEqualTo(text);
                });
    }

    @Test
    void keysInAnyOrderMeanTheSame() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("x.json"),
                        """
                        {"knobs":{"test-modules":false,"pgo-task":"-m test --pgo -j2","lto":"off"},
                        "tags":["glibc","fast.1"],"name":"mine","schema":1,
                        "description":"Says \\u0022more\\u0022 \\\\ than \\u2013 nothing"}\
                        """);
        assertThat(PresetFile.read(file).preset()).isEqualTo(PRESET);
    }

    @Test
    void cutAnywhereItIsRefusedWithAPositionAndLeftAlone() throws IOException {
        byte[] whole = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Path file = Files.write(folder.resolve("x.json"), cut);
            assertThatThrownBy(() -> PresetFile.read(file))
                    .as("cut at " + length)
                    .isInstanceOfSatisfying(PresetException.class, this::assertIsPrecise);
            assertThat(file).hasBinaryContent(cut);
        }
        assertOnly("x.json");
    }

    @Test
    void flippedBytesNeverDoAnythingElse() {
        byte[] whole = TEXT.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Preset read = PresetJson.read("x.json", flipped);
                assertThat(PresetFile.text(read)).isNotEmpty();
            } catch (PresetException expected) {
                assertIsPrecise(expected);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(6_000);
    }

    @Test
    void noiseNeverDoesAnythingElse() {
        Random random = new Random(3);
        String alphabet = "{}[]\",:\\ntrue1e-./* \n\r\t\u0000é\ud83d\udd25schemaknobs";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder noise = new StringBuilder(random.nextBoolean() ? "{" : "");
            for (int length = random.nextInt(60); length > 0; length--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = noise.toString().getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> PresetJson.read("x.json", bytes))
                    .isInstanceOfSatisfying(PresetException.class, this::assertIsPrecise);
        }
    }

    @Test
    void savesNewOnesAndChangedOnes() {
        Path path = folder.resolve("own/mine.json");
        PresetFile saved = PresetFile.save(PRESET, path, FileState.ABSENT);
        assertThat(path).hasContent(TEXT);
        assertThat(PresetFile.read(path)).isEqualTo(saved);

        Preset other = new Preset("mine", "", List.of(), Recipe.defaults());
        PresetFile again = PresetFile.save(other, path, saved.state());
        assertThat(PresetFile.read(path)).isEqualTo(again);
    }

    @Test
    void neverOverwritesWhatItHasNotSeen() throws IOException {
        Path path = Files.writeString(folder.resolve("mine.json"), "somebody's notes");
        assertThatThrownBy(() -> PresetFile.save(PRESET, path, FileState.ABSENT))
                .isInstanceOf(PresetChangedException.class);
        assertThat(path).hasContent("somebody's notes");

        PresetFile.save(PRESET, path, FileState.of(path));
        assertThat(path).hasContent(TEXT);
        assertOnly("mine.json");
    }

    @Test
    void neverOverwritesWhatChangedSinceItWasRead() throws IOException {
        Path path = folder.resolve("mine.json");
        PresetFile read = PresetFile.save(PRESET, path, FileState.ABSENT);
        Files.writeString(path, TEXT.replace("mine", "theirs"));
        assertThatThrownBy(() -> PresetFile.save(PRESET, path, read.state()))
                .isInstanceOf(PresetChangedException.class)
                .hasMessageContaining("not as it was");

        Files.delete(path);
        assertThatThrownBy(() -> PresetFile.save(PRESET, path, read.state()))
                .isInstanceOf(PresetChangedException.class)
                .hasMessageContaining("no longer there");
        assertThat(path).doesNotExist();
    }

    @Test
    void removesOnlyWhatItHasRead() throws IOException {
        Path path = folder.resolve("mine.json");
        PresetFile read = PresetFile.save(PRESET, path, FileState.ABSENT);
        Files.writeString(path, "theirs");
        assertThatThrownBy(read::delete)
                .isInstanceOf(PresetChangedException.class)
                .hasMessageContaining("not removed");
        assertThat(path).hasContent("theirs");
        Files.writeString(path, TEXT);
        read.delete();
        assertThat(path).doesNotExist();
        assertThatThrownBy(read::delete).isInstanceOf(PresetChangedException.class);
    }

    @Test
    void saysWhatCannotBeReadOrWritten() throws IOException {
        assertThatThrownBy(() -> PresetFile.read(folder.resolve("no.json")))
                .isInstanceOf(PresetException.class)
                .hasMessageEndingWith("no.json: there is no such file");
        assertThatThrownBy(() -> PresetFile.read(folder))
                .isInstanceOf(PresetException.class)
                .hasMessageEndingWith("it is a folder");
        Path occupied = Files.createFile(folder.resolve("occupied"));
        assertThatThrownBy(
                        () -> PresetFile.save(PRESET, occupied.resolve("x.json"), FileState.ABSENT))
                .isInstanceOf(PresetException.class);
        assertThat(occupied).isEmptyFile();
    }

    private void assertIsPrecise(PresetException thrown) {
        assertThat(thrown.problems()).isNotEmpty();
        for (PresetProblem problem : thrown.problems()) {
            boolean isPrecise = problem.line() > 0 && problem.column() > 0;
            boolean isOneLine = problem.toString().codePoints().allMatch(Printable::isPlain);
            assertThat(isPrecise && isOneLine).as(problem.toString()).isTrue();
        }
    }

    /// Plain text of all planes.
    private static String described(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            int c = random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(0x20000);
            String one = Character.toString(c);
            text.append(Preset.isDescription(one) ? one : "x");
        }
        return text.toString();
    }

    private void assertOnly(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(name));
        }
    }
}
