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
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.presets.ImportViewModel;
import org.pykiln.ui.presets.OwnPresetsViewModel;
import org.pykiln.ui.presets.PresetComparisonViewModel.Line;
import org.pykiln.ui.presets.PresetEditViewModel;
import org.pykiln.ui.presets.PresetListViewModel;
import org.pykiln.ui.presets.PresetPageViewModel;
import org.pykiln.ui.presets.PresetRow;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// What a person does in the section Presets, without a window, on real files.
class PresetPageTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Studio studio;
    private PresetPageViewModel page;
    private PresetListViewModel list;
    private PresetEditViewModel edit;
    private OwnPresetsViewModel own;
    private ImportViewModel imports;

    @BeforeEach
    void open() {
        studio =
                new Studio(
                        new FakeServices(folder).all(),
                        dialogs,
                        fx,
                        Runnable::run,
                        InstantSource.system());
        page = studio.presetPage;
        list = page.list();
        edit = page.edit();
        own = page.own();
        imports = page.imports();
        studio.start();
        fx.run();
        openInConfigure("debian-o2");
        studio.shell.show(Section.PRESETS);
        fx.run();
    }

    @Test
    void showsAllWithWhatTheyDifferIn() {
        assertThat(list.rows().get()).hasSize(18);
        assertThat(list.tally().get()).isEqualTo("18 presets");
        assertThat(row("debian-o2").difference()).isEqualTo("same as debian-o2");
        assertThat(row("debian-o3").difference())
                .isEqualTo("1 knob from debian-o2: Optimisation level");
        assertThat(row("gcc-fastest").difference())
                .matches("[0-9]+ knobs from debian-o2: .*PGO.*, LTO.*");
        assertThat(row("official-alpine").renderedOnly()).isTrue();
        assertThat(row("debian-o2").renderedOnly()).isFalse();

        studio.recipes.reference().set(preset("debian-o3"));
        assertThat(row("debian-o3").difference()).isEqualTo("same as debian-o3");
    }

    @Test
    void findsByWordsTagsKnobsAndOwner() {
        list.search().set(" MUSL fastest");
        assertThat(names()).containsExactly("musl-fastest");
        list.search().set("gcc fast");
        assertThat(names().getFirst()).isEqualTo("gcc-fastest");
        assertThat(names()).hasSizeGreaterThan(1);
        list.search().set("rendered, not built");
        assertThat(names()).contains("official-alpine").doesNotContain("debian-o2");
        list.search().set("");

        list.pick("glibc", true);
        list.pick("experiment", true);
        assertThat(names()).containsExactly("jit", "libc-experiment-glibc");
        list.pick("experiment", false);
        assertThat(list.tally().get()).isEqualTo(names().size() + " of 18");
        assertThat(names()).doesNotContain("musl-fastest");

        list.onlyOwn().set(true);
        assertThat(names()).isEmpty();
        list.showAll();
        assertThat(names()).hasSize(18);
        assertThat(list.isPicked("glibc")).isFalse();
        assertThat(list.tags().get()).isSorted().contains("glibc", "musl");
    }

    @Test
    void opensInConfigureUnlessSomethingWouldBeLost() {
        turn("lto", "full");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        page.open(preset("debian-o3"));
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.PRESETS);
        assertThat(studio.recipes.source().get().name()).isEqualTo("debian-o2");

        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        page.open(preset("debian-o3"));
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.get()).isEqualTo(preset("debian-o3").recipe());
    }

    @Test
    void comparesTwoAndOpensOneAgainstTheOther() {
        select("debian-o3");
        assertThat(page.comparison().other().get().name()).isEqualTo("debian-o2");
        assertThat(page.comparison().lines())
                .containsExactly(new Line("Optimisation level", "-O3", "-O2"));
        page.comparison().choose(preset("musl-fastest"));
        int differing = page.comparison().lines().size();
        assertThat(page.comparison().difference().get())
                .isEqualTo("differs in %d knobs from".formatted(differing));
        assertThat(page.comparison().lines())
                .allMatch(line -> !line.here().equals(line.there()))
                .extracting(Line::knob)
                .doesNotHaveDuplicates();

        page.openAgainst(preset("debian-o3"), page.comparison().other().get());
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.source().get().name()).isEqualTo("debian-o3");
        assertThat(studio.configure.differences().get()).isEqualTo(differing);

        select("musl-fastest");
        assertThat(page.comparison().difference().get()).isEqualTo("is the same recipe as");
        assertThat(page.comparison().lines()).isEmpty();
    }

    @Test
    void duplicatesAndChangesNameDescriptionAndTags() throws IOException {
        own.duplicate(preset("debian-o3"));
        fx.run();
        assertThat(current()).isEqualTo("debian-o3-2");
        edit.begin(list.current().orElseThrow());
        edit.name().set("Mine!");
        assertThat(edit.complaint().get()).contains("\"Mine!\"", "lower-case", "nearest: mine");
        edit.save();
        fx.run();
        assertThat(edit.editing().get()).isTrue();
        edit.name().set("debian-o2");
        assertThat(edit.complaint().get()).isEmpty();
        edit.save();
        fx.run();
        assertThat(edit.complaint().get()).contains("another preset has this name", "debian-o2-2");

        edit.name().set("mine");
        edit.tags().set("try, Fast");
        assertThat(edit.complaint().get()).contains("A tag cannot be \"Fast\"", "nearest: fast");
        edit.tags().set("try,fast  try");
        edit.description().set("two\nlines");
        assertThat(edit.complaint().get()).startsWith("A description is one line");
        edit.description().set("What I try");
        edit.save();
        fx.run();

        assertThat(edit.editing().get()).isFalse();
        assertThat(current()).isEqualTo("mine");
        assertThat(preset("mine").tags()).containsExactly("try", "fast");
        assertThat(preset("mine").recipe()).isEqualTo(preset("debian-o3").recipe());
        assertThat(Files.readString(file("mine"))).contains("What I try");
        assertThat(file("debian-o3-2")).doesNotExist();
        assertThat(list.tags().get()).contains("try");
    }

    @Test
    void whatIsOpenInConfigureFollowsItsNewNameAndKeepsItsChanges() throws IOException {
        own.duplicate(preset("debian-o2"));
        fx.run();
        openInConfigure("debian-o2-2");
        turn("lto", "full");
        edit.begin(preset("debian-o2-2"));
        edit.name().set("mine");
        edit.tags().set("kept");
        edit.save();
        fx.run();
        assertThat(studio.recipes.name().get()).isEqualTo("mine");
        assertThat(studio.recipes.reference().get()).isEqualTo(preset("mine"));
        assertThat(studio.configure.differences().get()).isEqualTo(1);
        studio.presets.save();
        fx.run();
        assertThat(studio.recipes.dirty().get()).isFalse();
        assertThat(preset("mine").tags()).containsExactly("kept");
        assertThat(Files.readString(file("mine"))).contains("\"lto\": \"full\"");
        assertThat(file("debian-o2-2")).doesNotExist();
    }

    @Test
    void wordsThatAreBeingChangedAreNotLostByASlip() {
        own.duplicate(preset("debian-o2"));
        fx.run();
        edit.begin(preset("debian-o2-2"));
        edit.description().set("Half a senten");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        edit.begin(preset("debian-o3"));
        assertThat(edit.editing().get()).isTrue();
        assertThat(edit.description().get()).isEqualTo("Half a senten");
        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        edit.guarded(() -> select("debian-o3"));
        fx.run();
        assertThat(preset("debian-o2-2").description()).isEqualTo("Half a senten");
        assertThat(current()).isEqualTo("debian-o3");
        edit.begin(preset("debian-o3"));
        assertThat(edit.editing().get()).isFalse();
        assertThat(studio.navigation.notice().get()).startsWith("Duplicate it to change it");
    }

    @Test
    void deletesOnlyWhenToldAndPutsBack() {
        own.duplicate(preset("debian-o2"));
        fx.run();
        openInConfigure("debian-o2-2");
        own.delete(preset("debian-o2-2"));
        fx.run();
        assertThat(dialogs.asked).contains("Delete the preset debian-o2-2?");
        assertThat(file("debian-o2-2")).exists();

        dialogs.confirms = true;
        own.delete(preset("debian-o2-2"));
        fx.run();
        assertThat(names()).hasSize(18);
        assertThat(file("trash/debian-o2-2")).exists();
        assertThat(studio.recipes.source().get().file()).isEmpty();
        run("Put back the deleted preset debian-o2-2");
        assertThat(file("debian-o2-2")).exists();
        assertThat(current()).isEqualTo("debian-o2-2");
        assertThat(studio.recipes.source().get().file()).contains(file("debian-o2-2"));
        assertThat(own.trashed().get()).isEmpty();

        own.delete(preset("debian-o2"));
        assertThat(studio.navigation.notice().get()).contains("cannot be deleted");
    }

    @Test
    void importsAFileOnceAndAsksWhenTheNameIsTaken() throws IOException {
        Path file = folder.resolve("from-a-friend.json");
        write(file, "friendly", "full");
        dialogs.file = Optional.of(file);
        run("Import presets from files");
        assertThat(current()).isEqualTo("friendly");
        assertThat(file("friendly")).exists();
        assertThat(file).exists();
        imports.take(List.of(file));
        fx.run();
        assertThat(studio.navigation.notice().get()).isEqualTo("friendly is here already");
        assertThat(names()).hasSize(19);

        write(file, "friendly", "off");
        imports.take(List.of(file));
        fx.run();
        assertThat(dialogs.asked.getLast()).isEqualTo("There is another preset named friendly.");
        assertThat(names()).hasSize(19);
        dialogs.confirms = true;
        imports.take(List.of(file));
        fx.run();
        assertThat(current()).isEqualTo("friendly-2");
        assertThat(preset("friendly").recipe()).isNotEqualTo(preset("friendly-2").recipe());

        Files.writeString(
                file, "{\"schema\": 1, \"name\": \"x\",\n \"knobs\": {\"lto\": \"fulll\"}}");
        imports.take(List.of(file));
        fx.run();
        assertThat(studio.navigation.problem().get().text())
                .contains("from-a-friend.json:2:", "fulll", "nearest: full");
        assertThat(names()).hasSize(20);
    }

    @Test
    void copiesAsJsonAndPastes() {
        own.copy(preset("gcc-fastest"));
        assertThat(dialogs.clipboard).startsWith("{\n  \"schema\": 1,").contains("\"pie\": false");
        run("Paste a preset from the clipboard");
        assertThat(studio.navigation.notice().get()).isEqualTo("gcc-fastest is here already");
        dialogs.clipboard = dialogs.clipboard.replace("gcc-fastest", "pasted");
        imports.paste();
        fx.run();
        assertThat(current()).isEqualTo("pasted");
        assertThat(preset("pasted").recipe()).isEqualTo(preset("gcc-fastest").recipe());
        assertThat(file("pasted")).exists();

        dialogs.clipboard = "lto=full";
        imports.paste();
        fx.run();
        assertThat(studio.navigation.problem().get().text())
                .startsWith("the clipboard:1:")
                .contains("not JSON");
        dialogs.clipboard = "";
        imports.paste();
        fx.run();
        assertThat(studio.navigation.problem().get().text()).contains("the file is empty");
    }

    @Test
    void exportsAnyPresetToAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out.json"), "what was there");
        dialogs.file = Optional.of(file);
        own.export(preset("jit"));
        fx.run();
        assertThat(dialogs.asked).contains("Export the preset jit.json");
        assertThat(file).hasContent(Files.readString(Path.of("presets", "jit.json")));
    }

    @Test
    void everythingHasItsNameInThePalette() {
        select("debian-o3");
        assertThat(page.commands())
                .extracting(Command::name)
                .contains(
                        "Import presets from files",
                        "Paste a preset from the clipboard",
                        "Duplicate the preset debian-o3",
                        "Export the preset debian-o3 to a file",
                        "Copy the preset debian-o3 as JSON",
                        "Open the preset debian-o3 against debian-o2",
                        "Compare the preset debian-o3 with musl-fastest")
                .doesNotContain("Delete the preset debian-o3");
        run("Duplicate the preset debian-o3");
        studio.navigation.show(Section.RESULTS);
        run("Rename or describe the preset debian-o3-2");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.PRESETS);
        assertThat(edit.editing().get()).isTrue();
        run("Compare the preset debian-o3-2 with jit");
        assertThat(page.comparison().other().get().name()).isEqualTo("jit");
        dialogs.confirms = true;
        run("Delete the preset debian-o3-2");
        assertThat(names()).hasSize(18);
    }

    @Test
    void seesWhatOthersDoToTheFiles() throws IOException {
        own.duplicate(preset("debian-o2"));
        fx.run();
        openInConfigure("debian-o2-2");
        write(file("debian-o2-2"), "debian-o2-2", "thin");
        studio.shell.show(Section.PRESETS);
        fx.run();
        assertThat(studio.recipes.get()).isEqualTo(preset("debian-o2-2").recipe());
        assertThat(studio.recipes.dirty().get()).isFalse();

        turn("pgo", "on");
        write(file("debian-o2-2"), "debian-o2-2", "off");
        studio.shell.show(Section.PRESETS);
        fx.run();
        assertThat(studio.recipes.dirty().get()).isTrue();
        assertThat(studio.navigation.problem().get().summary())
                .isEqualTo("debian-o2-2 has changed since it was opened.");

        edit.begin(preset("debian-o2-2"));
        write(file("debian-o2-2"), "debian-o2-2", "full");
        edit.description().set("Mine");
        edit.save();
        fx.run();
        assertThat(edit.complaint().get()).contains("is not as it was when it was read");
        assertThat(Files.readString(file("debian-o2-2"))).contains("full").doesNotContain("Mine");
    }

    private static void write(Path file, String name, String lto) throws IOException {
        Files.writeString(
                file,
                "{\"schema\": 1, \"name\": \"%s\", \"knobs\": {\"lto\": \"%s\"}}"
                        .formatted(name, lto));
    }

    private Path file(String name) {
        return folder.resolve("presets").resolve(name + ".json");
    }

    private void turn(String knob, String value) {
        studio.configure.knobs().stream()
                .filter(one -> one.id().equals(knob))
                .forEach(one -> one.choose(value));
    }

    private void run(String command) {
        List<Command> found =
                page.commands().stream().filter(one -> one.name().equals(command)).toList();
        assertThat(found).hasSize(1);
        found.getFirst().action().run();
        fx.run();
    }

    private void openInConfigure(String name) {
        studio.presets.open(preset(name));
        fx.run();
        assertThat(studio.recipes.source().get().name()).isEqualTo(name);
    }

    private void select(String name) {
        list.select(preset(name));
        assertThat(current()).isEqualTo(name);
    }

    private String current() {
        return list.current().orElseThrow().name();
    }

    private NamedRecipe preset(String name) {
        return studio.presets.presets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PresetRow row(String name) {
        return list.rows().get().stream()
                .filter(one -> one.preset().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return list.rows().get().stream().map(row -> row.preset().name()).toList();
    }
}
