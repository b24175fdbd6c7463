package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.report.KnobEffect;
import org.pykiln.report.KnobEffect.Group;
import org.pykiln.stats.Comparison;
import org.pykiln.workspace.Workspace;

class KnobEffectsTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");
    private static final Knob<?> LEVEL = Catalogue.knob("opt-level");
    private static final Recipe O2_LTO = Catalogue.turn(FakeLab.O2, "lto", "full");
    private static final Recipe O3_LTO = Catalogue.turn(FakeLab.O3, "lto", "full");

    @TempDir Path folder;
    private Path session;

    @BeforeEach
    void measureAllFour() throws IOException {
        session = folder.resolve("session");
        try (Workshop workshop = new FakeLab(new Workspace(folder.resolve("home"))).workshop()) {
            workshop.lab()
                    .run(
                            FakeLab.order(
                                    new Subject.OfRecipe("o2", FakeLab.O2),
                                    new Subject.OfRecipe("o3", FakeLab.O3),
                                    new Subject.OfRecipe("o2-lto", O2_LTO),
                                    new Subject.OfRecipe("o3-lto", O3_LTO)),
                            session,
                            event -> {},
                            new Cancellation());
        }
    }

    private Results open() throws IOException {
        return Results.open(List.of(session));
    }

    private static List<String> pairs(KnobEffect effect) {
        return effect.pairs().stream()
                .map(pair ->
                        "%s: %s / %s"
                                .formatted(
                                        pair.turn(),
                                        pair.candidate().name(),
                                        pair.comparison().baseline()))
                .toList();
    }

    /// Of the four pairs that differ in the level two differ in LTO as well.
    @Test
    void onlyPairsThatDifferInNothingElseShowTheEffect() throws IOException {
        KnobEffect effect = open().effect(LEVEL, Optional.empty());

        assertThat(effect.groups())
                .containsExactly(
                        new Group("-O2", List.of("o2", "o2-lto")),
                        new Group("-O3", List.of("o3", "o3-lto")));
        assertThat(pairs(effect))
                .containsExactly("-O2 → -O3: o3 / o2", "-O2 → -O3: o3-lto / o2-lto");
        assertThat(effect.confounded()).isEqualTo(2);
        assertThat(effect.leftOut()).isEmpty();
        assertThat(effect.sentence())
                .isEqualTo(
                        "4 pairs of images differ in opt-level: 2 differ in nothing else and show"
                                + " its effect; 2 differ in other knobs too and are not shown.");
    }

    @Test
    void aPairHasTheRatioOfItsTwoImages() throws IOException {
        Results results = open();
        var pair = results.effect(LEVEL, Optional.empty()).pairs().getFirst();
        Comparison whole = results.comparison(Optional.of("o2"));

        assertThat(pair.candidate().geomean()).isEqualTo(whole.candidates().getFirst().geomean());
        assertThat(pair.candidate().rows()).hasSize(2);
    }

    @Test
    void theBaselinesValueComesFirst() throws IOException {
        KnobEffect effect = open().effect(LEVEL, Optional.of("o3-lto"));

        assertThat(effect.groups().getFirst().value()).isEqualTo("-O3");
        assertThat(pairs(effect))
                .containsExactly("-O3 → -O2: o2 / o3", "-O3 → -O2: o2-lto / o3-lto");
    }

    @Test
    void whatWasNotTurnedHasNoEffect() throws IOException {
        assertThat(open().knobs()).extracting(Knob::id).containsExactly("opt-level", "lto");
        assertThatThrownBy(() -> open().effect(Catalogue.knob("pgo"), Optional.empty()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessage("the images do not differ in pgo; they differ in opt-level, lto");
    }

    /// Nothing is put down to a knob that is not proven, or not known.
    @Test
    void imagesThatAreNotProvenAreLeftOut() throws IOException {
        Path o3 = session.resolve("receipts").resolve("o3.json");
        Files.writeString(
                o3, Files.readString(o3).replaceFirst("(\"holds\"\\s*:\\s*)true", "$1false"));
        Files.delete(session.resolve("receipts").resolve("o2-lto.json"));

        KnobEffect effect = open().effect(LEVEL, Optional.empty());

        assertThat(effect.leftOut())
                .containsExactly(
                        "o3 is left out: not all of its proofs hold.",
                        "o2-lto is left out: its recipe is not known.");
        assertThat(effect.pairs()).isEmpty();
        assertThat(effect.sentence())
                .isEqualTo(
                        "1 pair of images differs in opt-level: none of them differs in nothing"
                                + " else, so these images do not tell its effect.");
        assertThat(effect.markdown()).contains("not all of its proofs hold");
    }

    @Test
    void filesOfPyperfTellNoRecipe() throws IOException {
        Results results =
                Results.open(
                        List.of(
                                SAMPLES.resolve("glibc_pymalloc.json"),
                                SAMPLES.resolve("glibc_malloc.json")));

        assertThat(results.knobs()).isEmpty();
        assertThatThrownBy(() -> results.effect(LEVEL, Optional.empty()))
                .hasMessageContaining("expected a session of a lab or a ladder");
    }

    @Test
    void peakMemoryIsComparedWherePyperfRecordedIt() throws IOException {
        Results results =
                Results.open(
                        List.of(
                                SAMPLES.resolve("glibc_pymalloc.json"),
                                SAMPLES.resolve("glibc_malloc.json")));

        Comparison memory = results.memory("glibc_pymalloc").orElseThrow();

        assertThat(memory.baseline()).isEqualTo("glibc_pymalloc");
        assertThat(memory.candidates().getFirst().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.baselineMean()).isBetween(5e6, 1e9));
        assertThat(results.memory("musl")).isEmpty();
    }
}
