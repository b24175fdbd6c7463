package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.RealServices;
import org.pykiln.lab.MeasuredSession;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.shell.DropOffer;
import org.pykiln.ui.shell.DropViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Real files that are dragged over the window and let go.
class DropTest {
    private static final Path PYPERF = Path.of("src", "test", "resources", "pyperf");
    private static final Path MALLOC = PYPERF.resolve("glibc_malloc.json");
    private static final Path PYMALLOC = PYPERF.resolve("glibc_pymalloc.json");
    private static final Path README = Path.of("README.md");

    @TempDir Path folder;

    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Queue<Runnable> slow = new ArrayDeque<>();
    private boolean isSlow;
    private Studio studio;
    private DropViewModel drops;

    @BeforeEach
    void start() {
        FakeServices services = new FakeServices(folder);
        services.results = RealServices.results(folder);
        studio =
                new Studio(
                        services.all(),
                        dialogs,
                        fx,
                        task -> {
                            if (isSlow) {
                                slow.add(task);
                            } else {
                                task.run();
                            }
                        },
                        InstantSource.system());
        drops = studio.drops;
        studio.start();
        fx.run();
    }

    private void enter(Section section, Path... files) {
        studio.navigation.show(section);
        drops.enter(List.of(files));
        fx.run();
    }

    private void drop(Section section, Path... files) {
        enter(section, files);
        drops.drop(List.of(files));
        fx.run();
        assertThat(drops.offer().get()).isEmpty();
    }

    private DropOffer offer() {
        return drops.offer().get().orElseThrow();
    }

    private String said() {
        return studio.navigation.problem().get().text();
    }

    private Path preset(String file, String name, String lto) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "{\"schema\": 1, \"name\": \"%s\",\n \"knobs\": {\"lto\": \"%s\"}}"
                        .formatted(name, lto));
    }

    private List<String> own() {
        return studio.presets.presets().stream()
                .filter(one -> !one.shipped())
                .map(NamedRecipe::name)
                .toList();
    }

    @Test
    void resultsAreComparedFromEverySection() throws IOException {
        Path session = MeasuredSession.in(folder.resolve("measured"));
        enter(Section.RESULTS, PYMALLOC, MALLOC);
        assertThat(drops.accepts()).isTrue();
        assertThat(offer().title()).isEqualTo("Drop to compare");
        assertThat(offer().text())
                .isEqualTo(
                        "glibc_pymalloc.json, glibc_malloc.json\nThe first one is the baseline.");
        drop(Section.RESULTS, PYMALLOC, MALLOC);
        assertThat(studio.results.results().get().images())
                .containsExactly("glibc_pymalloc", "glibc_malloc");

        for (Section section : Section.values()) {
            enter(section, session);
            assertThat(drops.accepts()).isTrue();
            assertThat(offer().title()).startsWith("Drop to compare");
        }
        drop(Section.PRESETS, session);
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        assertThat(studio.results.results().get().images()).containsExactly("o2", "o3");
    }

    @Test
    void theHintNamesTheBaselineThatWaits() {
        drop(Section.RESULTS, PYMALLOC);
        enter(Section.BUILDS, MALLOC);
        assertThat(offer().title()).isEqualTo("Drop to compare in Results");
        assertThat(offer().text()).isEqualTo("glibc_malloc.json\nglibc_pymalloc is the baseline.");
        drop(Section.BUILDS, MALLOC);
        assertThat(studio.results.results().get().comparison().baseline())
                .isEqualTo("glibc_pymalloc");
        enter(Section.RESULTS, MALLOC);
        assertThat(offer().text()).isEqualTo("glibc_malloc.json");
    }

    @Test
    void manyFilesAreCounted() {
        enter(Section.RESULTS, PYMALLOC, MALLOC, PYMALLOC, MALLOC, PYMALLOC);
        assertThat(offer().text())
                .startsWith(
                        "glibc_pymalloc.json, glibc_malloc.json, glibc_pymalloc.json and 2 more\n");
    }

    @Test
    void whatIsNoResultIsRefusedInResultsAndSaidWhy() throws IOException {
        enter(Section.RESULTS, MALLOC, README);
        assertThat(drops.accepts()).isFalse();
        assertThat(offer().title()).isEqualTo("Cannot be dropped here");
        assertThat(offer().text())
                .isEqualTo(
                        "README.md is neither a preset nor a result; expected session folders,"
                                + " bundles or pyperf files.");
        enter(Section.RESULTS, folder);
        assertThat(offer().text()).contains(" holds no session; expected session folders");
        enter(Section.RESULTS, preset("mine.json", "mine", "full"));
        assertThat(drops.accepts()).isFalse();
        assertThat(offer().text())
                .isEqualTo(
                        "mine.json is a preset. Drop it onto Presets to import it, or onto"
                                + " Configure to open it.");
        enter(Section.PRESETS, folder.resolve("mine.json"), MALLOC);
        assertThat(offer().text())
                .isEqualTo(
                        "mine.json is a preset and glibc_malloc.json is not; drop one kind at a"
                                + " time.");
    }

    /// A desktop that lets go although it was refused does no harm.
    @Test
    void whatWasRefusedIsNotTaken() {
        drop(Section.PRESETS, README);
        assertThat(said())
                .startsWith("Cannot be dropped here\nREADME.md is neither")
                .contains("expected presets, session folders");
        assertThat(own()).isEmpty();
    }

    @Test
    void textIsLeftAlone() {
        enter(Section.RESULTS);
        assertThat(drops.accepts()).isFalse();
        assertThat(drops.offer().get()).isEmpty();
        drops.waitAt(Section.PRESETS);
        fx.tick();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        drops.drop(List.of());
        fx.run();
        assertThat(studio.navigation.problem().get()).isEqualTo(Problem.NONE);
    }

    /// The desktop asks before the files were looked at, and they may be gone again by then.
    @Test
    void theAnswerMayComeLate() {
        isSlow = true;
        enter(Section.RESULTS, README);
        assertThat(drops.offer().get()).isEmpty();
        assertThat(drops.accepts()).isTrue();
        slow.remove().run();
        fx.run();
        assertThat(drops.accepts()).isFalse();

        enter(Section.RESULTS, MALLOC);
        assertThat(drops.offer().get()).as("of those before").isEmpty();
        drops.leave();
        slow.remove().run();
        fx.run();
        assertThat(drops.offer().get()).isEmpty();
    }

    /// The way to another section in the middle of a drag.
    @Test
    void waitingAtTheRailOpensTheSection() throws IOException {
        Path mine = preset("mine.json", "mine", "full");
        enter(Section.RESULTS, mine);
        assertThat(drops.accepts()).isFalse();
        drops.waitAt(Section.BUILDS);
        drops.goOn();
        fx.tick();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        drops.waitAt(Section.PRESETS);
        fx.tick();
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.PRESETS);
        assertThat(offer().title()).isEqualTo("Drop to import");
        drops.waitAt(Section.BUILDS);
        drops.leave();
        fx.tick();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.PRESETS);
    }

    @Test
    void leavingTakesTheHintAway() {
        enter(Section.RESULTS, MALLOC);
        assertThat(drops.offer().get()).isPresent();
        drops.leave();
        assertThat(drops.offer().get()).isEmpty();
        assertThat(drops.accepts()).isFalse();
        assertThat(studio.results.results().get()).isNull();
    }

    @Test
    void presetsAreImportedGoodOnesWholeAndBadOnesSaid() throws IOException {
        Path one = preset("one.json", "one", "full");
        Path broken = preset("broken.json", "broken", "fulll");
        Path cut = Files.writeString(folder.resolve("cut.json"), "{\n\"sche");
        Path two = preset("two.json", "two", "off");
        enter(Section.PRESETS, one, broken, cut, two);
        assertThat(drops.accepts()).isTrue();
        assertThat(offer().title()).isEqualTo("Drop to import");
        assertThat(offer().text()).endsWith("\nThe files themselves stay where they are.");
        drop(Section.PRESETS, one, broken, cut, two);
        assertThat(own()).containsExactly("one", "two");
        assertThat(folder.resolve("presets")).isDirectoryContaining("glob:**/one.json");
        try (var files = Files.list(folder.resolve("presets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("one.json", "two.json");
        }
        assertThat(one).exists();
        assertThat(said())
                .startsWith("2 files were not imported\n")
                .contains("broken.json:2:", "expected one of off", "nearest: full")
                .contains("cut.json:2:");
        assertThat(studio.presetPage.list().current().orElseThrow().name()).isEqualTo("two");
    }

    @Test
    void presetsOfOneNameGetTwoWhereSomebodyAgrees() throws IOException {
        Path one = preset("one.json", "same", "full");
        Path other = preset("other.json", "same", "off");
        Path again = preset("again.json", "same", "full");
        drop(Section.PRESETS, one, other, again);
        assertThat(own()).containsExactly("same");
        assertThat(dialogs.asked).contains("There is another preset named same.");
        assertThat(studio.navigation.notice().get())
                .isEqualTo("Imported same; same is here already");
        dialogs.confirms = true;
        drop(Section.PRESETS, again, other);
        assertThat(own()).containsExactlyInAnyOrder("same", "same-2");
        assertThat(studio.navigation.notice().get())
                .isEqualTo("Imported same as same-2; same is here already");
    }

    @Test
    void configureOpensOnePresetUnlessSomethingWouldBeLost() throws IOException {
        Path mine = preset("mine.json", "mine", "full");
        enter(Section.CONFIGURE, mine);
        assertThat(offer().title()).isEqualTo("Drop to open");
        drop(Section.CONFIGURE, mine);
        assertThat(studio.recipes.source().get().file()).contains(mine.toAbsolutePath());
        assertThat(own()).isEmpty();

        studio.recipes.turnAll(studio.presets.presets().getFirst().recipe());
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        Path other = preset("other.json", "other", "off");
        drop(Section.CONFIGURE, other);
        assertThat(dialogs.asked).contains("unsaved mine");
        assertThat(studio.recipes.name().get()).isEqualTo("mine");

        enter(Section.CONFIGURE, mine, other);
        assertThat(drops.accepts()).isFalse();
        assertThat(offer().text()).startsWith("One preset at a time");
        enter(Section.BUILDS, mine);
        assertThat(drops.accepts()).isFalse();
    }
}
