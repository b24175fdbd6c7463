package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;

class OwnPresetsTest {
    @TempDir private Path home;
    private Path folder;
    private PresetLibrary library;
    private OwnPresets own;

    @BeforeEach
    void open() {
        folder = home.resolve("presets");
        library = new PresetLibrary(folder);
        own = new OwnPresets(library);
    }

    @Test
    void aNewPresetHasTheFileOfItsName() {
        PresetFile added = own.add(preset("mine"));
        assertThat(added.path()).isEqualTo(folder.resolve("mine.json"));
        assertThat(library.find("mine").preset()).isEqualTo(preset("mine"));
    }

    @Test
    void namesAreNobodyElses() throws IOException {
        own.add(preset("mine"));
        assertThatThrownBy(() -> own.add(preset("mine")))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("another preset has this name")
                .hasMessageContaining("nearest: mine-2");
        assertThatThrownBy(() -> own.add(preset("debian-o2"))).hasMessageContaining("debian-o2-2");
        Files.writeString(folder.resolve("broken.json"), "{");
        assertThatThrownBy(() -> own.add(preset("broken")))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("there is a file already");
        assertThat(folder.resolve("broken.json")).hasContent("{");
    }

    @Test
    void anotherNameIsAnotherFile() throws IOException {
        PresetFile mine = own.add(preset("mine"));
        Preset after = new Preset("yours", "Says more", List.of("a", "b"), mine.preset().recipe());
        PresetFile yours = own.change(mine, after);
        assertThat(yours.path()).isEqualTo(folder.resolve("yours.json"));
        assertThat(files()).containsExactly("yours.json");
        assertThat(library.find("yours").preset()).isEqualTo(after);
    }

    @Test
    void otherWordsStayInTheirFile() throws IOException {
        PresetFile mine = own.add(preset("mine"));
        Path other = Files.move(mine.path(), folder.resolve("other.json"));
        Preset after = new Preset("mine", "Says more", List.of("a"), mine.preset().recipe());
        own.change(PresetFile.read(other), after);
        assertThat(files()).containsExactly("other.json");
        PresetFile renamed =
                own.change(
                        PresetFile.read(other),
                        new Preset("other", "", List.of(), mine.preset().recipe()));
        assertThat(renamed.path()).isEqualTo(other);
        assertThat(files()).containsExactly("other.json");
    }

    @Test
    void neitherATakenNameNorAChangedFileIsWrittenOver() throws IOException {
        PresetFile mine = own.add(preset("mine"));
        own.add(preset("yours"));
        assertThatThrownBy(() -> own.change(mine, preset("yours")))
                .hasMessageContaining("another preset has this name");
        Files.writeString(folder.resolve("hidden.json"), "[]");
        assertThatThrownBy(() -> own.change(mine, preset("hidden")))
                .hasMessageContaining("there is a file already");

        String changed = PresetFile.text(new Preset("mine", "Of others", List.of(), recipe()));
        Files.writeString(mine.path(), changed);
        assertThatThrownBy(() -> own.change(mine, preset("ours")))
                .isInstanceOf(PresetChangedException.class)
                .hasMessageContaining("not renamed");
        assertThatThrownBy(() -> own.change(mine, preset("mine")))
                .isInstanceOf(PresetChangedException.class);
        assertThat(mine.path()).hasContent(changed);
        assertThat(files()).containsExactly("hidden.json", "mine.json", "yours.json");
    }

    @Test
    void whatIsDeletedLiesInTheTrashAndCanBePutBack() throws IOException {
        PresetFile first = own.add(preset("mine"));
        Path trashed = own.trash(first.path());
        assertThat(library.list().presets()).noneMatch(one -> one.name().equals("mine"));
        Path again = own.trash(own.add(preset("mine")).path());
        assertThat(again).isNotEqualTo(trashed).exists();

        PresetFile back = own.putBack(again);
        assertThat(back).isEqualTo(first);
        assertThatThrownBy(() -> own.putBack(trashed))
                .hasMessageContaining("another preset has this name");
        assertThat(trashed).exists();
        assertThatThrownBy(() -> own.trash(folder.resolve("nothing.json")))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void freeNamesCountOnAndFitTheFormat() {
        assertThat(Preset.freeName("a", Set.of())).isEqualTo("a");
        assertThat(Preset.freeName("a", Set.of("a"))).isEqualTo("a-2");
        assertThat(Preset.freeName("a-2", Set.of("a", "a-2"))).isEqualTo("a-3");
        assertThat(Preset.freeName("ha-2020", Set.of("ha-2020"))).isEqualTo("ha-2020-2");
        assertThat(Preset.freeName("debian-o2", Set.of("debian-o2"))).isEqualTo("debian-o2-2");
        String longest = "x".repeat(64);
        assertThat(Preset.freeName(longest, Set.of(longest)))
                .isEqualTo("x".repeat(62) + "-2")
                .matches(Preset::isName);
    }

    private static Recipe recipe() {
        return Catalogue.turn(Recipe.defaults(), "pgo", "on");
    }

    private static Preset preset(String name) {
        return new Preset(name, "What I try", List.of("fast"), recipe());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
