package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.compare.ImageLine;
import org.pykiln.ui.compare.KnobEffectViewModel.Line;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Results that are dropped or pasted, what is known of their images, and what a knob is worth.
class ResultSourcesTest {
    @TempDir Path folder;

    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void start() {
        services = new FakeServices(folder);
        studio = new Studio(services.all(), dialogs, fx, Runnable::run, InstantSource.system());
    }

    private List<Path> sources() {
        return studio.results.results().get().sources();
    }

    @Test
    void droppedFilesAreComparedTheFirstAsBaseline() {
        studio.results.take(List.of(Path.of("one.json"), Path.of("two.json")));
        fx.run();
        assertThat(sources()).containsExactly(Path.of("one.json"), Path.of("two.json"));
        studio.results.take(List.of());
        studio.results.take(List.of(Path.of("three")));
        fx.run();
        assertThat(sources()).containsExactly(Path.of("three"));
    }

    /// What stands alone waits for something to be compared with.
    @Test
    void theSecondFileIsComparedWithTheFirst() {
        studio.results.take(List.of(Path.of("alone.json")));
        fx.run();
        assertThat(studio.results.sentence().get()).contains("drop or paste another");
        studio.results.take(List.of(Path.of("alone.json"), Path.of("other.json")));
        fx.run();
        assertThat(sources()).containsExactly(Path.of("alone.json"), Path.of("other.json"));
    }

    @Test
    void whatIsOnTheClipboardIsCompared() {
        dialogs.files = List.of(Path.of("a.json"), Path.of("b.json"));
        dialogs.clipboard = "a.json";
        studio.results.paste();
        fx.run();
        assertThat(sources()).containsExactly(Path.of("a.json"), Path.of("b.json"));
        dialogs.files = List.of();
        dialogs.clipboard = "{\"version\": \"1.0\"}";
        studio.results.paste();
        fx.run();
        assertThat(sources()).containsExactly(Path.of("pasted.json"));
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        dialogs.clipboard = "hello";
        studio.results.paste();
        fx.run();
        assertThat(studio.navigation.problem().get().summary())
                .isEqualTo("clipboard:1:1: expected {");
        dialogs.clipboard = " ";
        studio.results.paste();
        assertThat(studio.navigation.problem().get().summary()).contains("expected files, or");
        studio.results.take(List.of(Path.of("broken.json")));
        fx.run();
        assertThat(studio.navigation.problem().get().detail()).contains("broken.json:1:1");
        assertThat(studio.results.results().get()).isNull();
    }

    @Test
    void imagesTellWhatTheyAre() {
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        assertThat(studio.results.images())
                .extracting(ImageLine::text)
                .containsExactly(
                        "opt-level -O2 · lto off · 126 MB · built in 4:50 · its proof holds",
                        "opt-level -O3 · lto off · 126 MB · built in 4:50 · 1 of 2 proofs hold");
        assertThat(studio.results.images())
                .extracting(ImageLine::memory)
                .first()
                .isEqualTo("the baseline");
    }

    @Test
    void aKnobIsLookedAtOnDemand() {
        studio.results.open(List.of(Path.of("three")));
        fx.run();
        assertThat(studio.effect.knobs()).containsExactly("opt-level", "lto");
        assertThat(services.calls).noneMatch(call -> call.startsWith("effect"));
        studio.effect.open().set(true);
        fx.run();
        assertThat(studio.effect.sentence().get())
                .startsWith("2 pairs of images differ in opt-level: 1 differs in nothing else");
        assertThat(studio.effect.lines()).extracting(Line::turn).containsExactly("-O2 → -O3");
        assertThat(studio.effect.groups().get()).contains("-O3: debian-o3, gcc-fastest");
        studio.effect.knob().set("lto");
        fx.run();
        assertThat(services.calls).contains("effect lto");
        studio.effect.copyMarkdown();
        assertThat(dialogs.clipboard).contains("| lto | from | to |");
    }

    @Test
    void filesWithoutRecipesSayWhyThereIsNoKnob() {
        studio.effect.open().set(true);
        studio.results.open(List.of(Path.of("alone.json")));
        fx.run();
        assertThat(studio.effect.sentence().get()).contains("session of lab or ladder");
        assertThat(studio.effect.lines()).isEmpty();
    }
}
