package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;
import org.pykiln.workspace.FileStem;

class PresetLibraryTest {
    @TempDir private Path folder;
    private PresetLibrary library;

    @BeforeEach
    void open() {
        library = new PresetLibrary(folder);
    }

    @Test
    void listsShippedThenOwn() {
        save("own-b");
        save("own-a");
        PresetLibrary.Listing listing = library.list();
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.presets())
                .extracting(KnownPreset::name)
                .startsWith("quick", "debian-o2")
                .endsWith("own-a", "own-b");
        KnownPreset own = library.find("own-a");
        assertThat(own.origin()).isEqualTo(Origin.OWN);
        assertThat(own.label()).isEqualTo(folder.resolve("own-a.json").toString());
        assertThat(own.file()).isPresent();
        assertThat(library.find("quick").isShipped()).isTrue();
        assertThat(library.find("quick").label()).isEqualTo("presets/quick.json");
    }

    @Test
    void brokenFileHidesNoOtherAndIsReported() throws IOException {
        save("own");
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.createDirectory(folder.resolve("folder.json"));
        PresetLibrary.Listing listing = library.list();
        assertThat(listing.presets()).extracting(KnownPreset::name).contains("own", "quick");
        assertThat(listing.problems())
                .extracting(PresetProblem::toString)
                .anyMatch(text ->
                        text.endsWith(
                                "broken.json:1:2: the file ends too early; expected"
                                        + " a whole JSON object"))
                .anyMatch(text -> text.endsWith("folder.json: cannot be read: it is a folder"));
    }

    @Test
    void nameMeansTheSameEverywhere() {
        Path mine = folder.resolve("mine.json");
        PresetFile.save(preset("debian-o2"), mine, FileState.ABSENT);
        assertThat(library.find("debian-o2").isShipped()).isTrue();
        assertThat(library.list().problems())
                .singleElement()
                .asString()
                .contains("mine.json", "the name debian-o2 is that of presets/debian-o2.json");
        KnownPreset byFile = library.find(mine.toString());
        assertThat(byFile.origin()).isEqualTo(Origin.FILE);
        assertThat(byFile.preset()).isEqualTo(preset("debian-o2"));
    }

    @Test
    void unknownNameNamesTheNearest() {
        assertThatThrownBy(() -> library.find("debian-02"))
                .isInstanceOf(PresetException.class)
                .hasMessageStartingWith(
                        "debian-02: there is no preset \"debian-02\"; expected a file or one of quick,")
                .hasMessageEndingWith("nearest: debian-o2");
        assertThatThrownBy(() -> library.find("")).isInstanceOf(PresetException.class);
        assertThatThrownBy(() -> library.find("no.json"))
                .hasMessage("no.json: there is no such file");
        assertThatThrownBy(() -> library.find("a\u0000/b")).isInstanceOf(PresetException.class);
    }

    @Test
    void resolvesChangesThenSettings() {
        ChosenRecipe chosen =
                library.resolve(
                        "debian-o2+opt-level=-O3+pymalloc=off", List.of("lto=full", "pymalloc=on"));
        assertThat(chosen.name()).isEqualTo("debian-o2+opt-level=-O3+lto=full");
        assertThat(chosen.base().name()).isEqualTo("debian-o2");
        assertThat(chosen.recipe())
                .isEqualTo(
                        Catalogue.turn(library.find("debian-o3").preset().recipe(), "lto", "full"));
    }

    @Test
    void sameRecipeHasTheSameNameHoweverItWasAskedFor() {
        assertThat(library.resolve("quick+lto=full+pgo=on", List.of()).name())
                .isEqualTo(library.resolve("quick+pgo=true", List.of("lto=full")).name())
                .isEqualTo("quick+pgo=on+lto=full");
        assertThat(library.resolve("quick+lto=off", List.of()).name()).isEqualTo("quick");
    }

    @Test
    void reportedNameCanBeAskedForAgain() {
        KnownPreset base = library.find("official-slim");
        RecipeGenerator.recipes(12, 300)
                .forEach(recipe -> {
                    String name = ChosenRecipe.name(base.preset(), recipe);
                    if (!recipe.text(Catalogue.knob("pgo-task")).matches(".*\\+[a-z0-9-]+=.*")) {
                        ChosenRecipe again = library.resolve(name, List.of());
                        assertThat(again.recipe()).isEqualTo(recipe);
                        assertThat(again.name()).isEqualTo(name);
                        assertThat(FileStem.of(again.name(), "image"))
                                .matches("[A-Za-z0-9._+=-]{1,120}");
                    }
                });
    }

    @Test
    void fileWithAPlusInItsNameIsAFile() {
        Path odd = folder.resolve("a+lto=full.json");
        PresetFile.save(preset("odd"), odd, FileState.ABSENT);
        assertThat(library.resolve(odd.toString(), List.of()).name()).isEqualTo("odd");
        Path plain = folder.resolve("x.json");
        PresetFile.save(preset("plain"), plain, FileState.ABSENT);
        assertThat(library.resolve(plain + "+lto=full", List.of("pgo=on")).name())
                .isEqualTo("plain+pgo=on+lto=full");
    }

    @Test
    void wrongSettingIsReportedAsItWasGiven() {
        assertThatThrownBy(() -> library.resolve("quick", List.of("lto=fulll")))
                .isInstanceOf(PresetException.class)
                .hasMessageStartingWith("lto=fulll: lto cannot be");
    }

    @Test
    void newFilesAreNamedLikeThePreset() {
        assertThat(library.ownFile("mine")).isEqualTo(folder.resolve("mine.json"));
        assertThatThrownBy(() -> library.ownFile("../mine"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void suggestsNames() {
        assertThat(Preset.nameLike("My Fast One!")).isEqualTo("my-fast-one");
        assertThat(Preset.nameLike("../..")).isEqualTo("preset");
        for (String hostile : RecipeGenerator.HOSTILE) {
            assertThat(Preset.nameLike(hostile)).matches(Preset::isName);
        }
        for (Knob<?> knob : Catalogue.knobs()) {
            assertThat(Preset.nameLike(knob.label())).matches(Preset::isName);
        }
    }

    private void save(String name) {
        PresetFile.save(preset(name), library.ownFile(name), FileState.ABSENT);
    }

    private static Preset preset(String name) {
        return new Preset(name, "for a test", List.of(), Recipe.defaults());
    }
}
