package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.RealServices;
import org.pykiln.engine.Owner;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// What is unsaved survives a window that ends without closing, and nothing is offered otherwise.
class DraftTest {
    @TempDir Path folder;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holds;

    /// One start of PyKiln after the other.
    private ManualScheduler fx = new ManualScheduler();

    private FakeDialogs dialogs = new FakeDialogs();
    private Studio studio;

    @BeforeEach
    void first() throws IOException {
        start();
        openPreset();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasUnsavedIsOfferedAfterACrashAndRestored() throws IOException {
        turn("lto", "full");
        turn("pgo", "on");
        studio.recipes.name().set("what I try");
        settle();
        crash();

        assertThat(studio.recipes.dirty().get()).isFalse();
        assertThat(studio.drafts.offer().get())
                .contains("ended without closing", "what I try", "LTO", "PGO");
        assertThat(dialogs.asked).isEmpty();
        studio.navigation.show(Section.RESULTS);
        studio.drafts.restore();
        fx.run();

        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.name().get()).isEqualTo("what I try");
        assertThat(studio.recipes.source().get().name()).isEqualTo("debian-o2");
        assertThat(studio.configure.differences().get()).isEqualTo(2);
        assertThat(studio.recipes.dirty().get()).isTrue();
        assertThat(studio.drafts.offer().get()).isEmpty();
        assertThat(files()).hasSize(1);
        studio.recipes.undo();
        assertThat(studio.recipes.get()).isEqualTo(studio.recipes.source().get().recipe());
        studio.drafts.end();
        assertThat(files()).isEmpty();
        crash();
        assertThat(studio.drafts.offer().get()).isEmpty();
    }

    @Test
    void whatIsRestoredSurvivesTheNextCrashToo() throws IOException {
        turn("lto", "full");
        settle();
        crash();
        studio.drafts.restore();
        fx.run();
        crash();
        assertThat(studio.drafts.offer().get()).contains("LTO");
        assertThat(files()).hasSize(1);
    }

    @Test
    void theDraftGoesWhenTheChangeIsSavedUndoneOrDiscarded() throws IOException {
        turn("lto", "full");
        settle();
        assertThat(files()).hasSize(1);
        studio.recipes.undo();
        fx.run();
        assertThat(files()).isEmpty();

        turn("lto", "full");
        settle();
        dialogs.file = Optional.of(folder.resolve("mine.json"));
        studio.presets.save();
        fx.run();
        assertThat(files()).isEmpty();

        turn("pgo", "on");
        settle();
        assertThat(files()).hasSize(1);
        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        studio.presets.open(studio.presets.presets().getLast());
        fx.run();
        assertThat(files()).isEmpty();
        assertThat(fx.timers()).isZero();
    }

    @Test
    void manyChangesAreWrittenOnceTheyPause() throws IOException {
        turn("lto", "full");
        turn("lto", "off");
        turn("pgo", "on");
        fx.run();
        assertThat(files()).isEmpty();
        assertThat(fx.timers()).isEqualTo(1);
        settle();
        assertThat(files()).hasSize(1);
        assertThat(fx.timers()).isZero();
    }

    @Test
    void aSlowDiskNeverHasTheLastWord() throws IOException {
        turn("lto", "full");
        holds = true;
        fx.tick();
        studio.recipes.undo();
        turn("pgo", "on");
        fx.tick();
        studio.recipes.undo();
        assertThat(held).hasSize(1);
        while (!held.isEmpty()) {
            held.remove().run();
            fx.run();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void discardedMeansGone() throws IOException {
        turn("lto", "full");
        settle();
        crash();
        Command discard =
                studio.drafts.commands().stream()
                        .filter(one -> one.name().startsWith("Discard"))
                        .findFirst()
                        .orElseThrow();
        discard.action().run();
        fx.run();
        assertThat(studio.drafts.offer().get()).isEmpty();
        assertThat(studio.drafts.commands()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void restoringAsksBeforeItTakesThePlaceOfOtherChanges() {
        turn("lto", "full");
        settle();
        crash();
        openPreset();
        turn("pgo", "on");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        studio.drafts.restore();
        fx.run();
        assertThat(studio.configure.differences().get()).isEqualTo(1);
        assertThat(studio.drafts.offer().get()).isNotEmpty();
        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        studio.drafts.restore();
        fx.run();
        assertThat(studio.drafts.offer().get()).isEmpty();
        assertThat(studio.recipes.named().name()).isEqualTo("debian-o2+lto=full");
    }

    @Test
    void anUnansweredOfferIsNotRepeatedAndNotLost() throws IOException {
        turn("lto", "full");
        settle();
        crash();
        assertThat(studio.drafts.offer().get()).isNotEmpty();
        studio.drafts.end();
        crash();
        assertThat(studio.drafts.offer().get()).isEmpty();
        assertThat(drafts().resolve("aside")).isDirectoryContaining("glob:**.json");
    }

    @Test
    void aFileThatChangedMeanwhileIsNotSavedOver() throws IOException {
        Path file = folder.resolve("mine.json");
        dialogs.file = Optional.of(file);
        studio.presets.saveAs();
        fx.run();
        turn("lto", "full");
        settle();
        Files.writeString(file, "{\"schema\": 1, \"name\": \"mine\", \"description\": \"other\"}");
        crash();
        studio.drafts.restore();
        fx.run();
        assertThat(studio.recipes.source().get().file()).isEmpty();
        assertThat(studio.navigation.problem().get().summary()).contains("not as it was");
        assertThat(studio.recipes.name().get()).isEqualTo("mine");

        crash();
        studio.drafts.restore();
        fx.run();
        dialogs.file = Optional.of(folder.resolve("elsewhere.json"));
        studio.presets.save();
        fx.run();
        assertThat(Files.readString(file)).contains("other");
        assertThat(Files.readString(folder.resolve("elsewhere.json"))).contains("full");
    }

    @Test
    void anUnchangedFileIsSavedToWithoutAsking() throws IOException {
        Path file = folder.resolve("mine.json");
        dialogs.file = Optional.of(file);
        studio.presets.saveAs();
        fx.run();
        turn("lto", "full");
        settle();
        crash();
        studio.drafts.restore();
        fx.run();
        studio.presets.save();
        fx.run();
        assertThat(dialogs.asked).isEmpty();
        assertThat(Files.readString(file)).contains("\"lto\": \"full\"");
    }

    @Test
    void aDraftThatCannotBeReadIsSaidAndPutAside() throws IOException {
        turn("lto", "full");
        settle();
        Path draft = drafts().resolve(files().getFirst());
        String half = Files.readString(draft).substring(0, 200);
        Files.writeString(draft, half);
        crash();
        assertThat(studio.drafts.offer().get()).isEmpty();
        assertThat(studio.navigation.problem().get().text())
                .contains("cannot be read", "put aside", "aside");
        assertThat(drafts().resolve("aside").resolve(draft.getFileName())).hasContent(half);
    }

    @Test
    void aDraftThatCannotBeKeptIsComplainedOfOnce() throws IOException {
        Files.writeString(drafts(), "a file where the folder should be");
        turn("lto", "full");
        settle();
        assertThat(studio.navigation.problem().get().summary()).contains("cannot be kept");
        studio.navigation.dismiss();
        turn("pgo", "on");
        settle();
        assertThat(studio.navigation.problem().get().summary()).isEmpty();
    }

    /// Nothing is told: the next window finds what is there.
    private void crash() {
        start();
    }

    private void start() {
        // its process is gone as soon as somebody asks
        Owner gone = new Owner(Owner.self().host(), ProcessHandle.current().pid(), 1);
        DraftServices drafts = RealServices.drafts(drafts(), gone);
        fx = new ManualScheduler();
        dialogs = new FakeDialogs();
        studio =
                new Studio(
                        new FakeServices(
                                        folder,
                                        RealServices.presets(folder.resolve("presets")),
                                        drafts)
                                .all(),
                        dialogs,
                        fx,
                        task -> {
                            if (holds) {
                                held.add(task);
                            } else {
                                task.run();
                            }
                        },
                        InstantSource.system());
        studio.start();
        fx.run();
    }

    private void openPreset() {
        studio.presets.presets().stream()
                .filter(preset -> preset.name().equals("debian-o2"))
                .forEach(studio.presets::open);
    }

    /// Lets the pause pass after which a draft is written.
    private void settle() {
        fx.tick();
        fx.run();
    }

    private void turn(String knob, String value) {
        studio.configure.knobs().stream()
                .filter(one -> one.id().equals(knob))
                .forEach(one -> one.choose(value));
    }

    private Path drafts() {
        return folder.resolve("drafts");
    }

    private List<String> files() throws IOException {
        if (!Files.isDirectory(drafts())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(drafts())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
