package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.recipe.Catalogue;
import org.pykiln.stats.RatioEstimate.Method;
import org.pykiln.workspace.Workspace;

class SeveralResultsTest {
    private static final Path PYMALLOC =
            Path.of("src", "test", "resources", "pyperf", "glibc_pymalloc.json");

    @TempDir Path folder;

    private Path measured(String name, LabOrder order) throws IOException {
        Path session = folder.resolve(name);
        try (Workshop workshop = new FakeLab(new Workspace(folder.resolve("home"))).workshop()) {
            workshop.lab().run(order, session, event -> {}, new Cancellation());
        }
        return session;
    }

    @Test
    void imagesOfSeveralSessionsStayApart() throws IOException {
        Path one = measured("one", FakeLab.twoRecipes());
        Path two = measured("two", FakeLab.twoRecipes());

        Results results = Results.open(List.of(one, two));

        assertThat(results.title()).isEqualTo("one, two");
        assertThat(results.variants()).containsExactly("one/o2", "one/o3", "two/o2", "two/o3");
        assertThat(results.warnings().getFirst())
                .startsWith("one and two were not measured in turns");
        assertThat(results.comparison(Optional.empty()).candidates())
                .extracting(candidate -> candidate.rows().getFirst().estimate().method())
                .containsExactly(Method.PAIRED_BY_ROUND, Method.INDEPENDENT, Method.INDEPENDENT);
    }

    /// The machine may have changed between them as well as the knob.
    @Test
    void aKnobIsComparedInsideASessionOnly() throws IOException {
        Path one = measured("one", FakeLab.twoRecipes());
        Path two = measured("two", FakeLab.twoRecipes());

        var effect =
                Results.open(List.of(one, two))
                        .effect(Catalogue.knob("opt-level"), Optional.empty());

        assertThat(effect.pairs())
                .extracting(pair -> pair.comparison().baseline())
                .containsExactly("one/o2", "two/o2");
        assertThat(effect.leftOut())
                .hasSize(2)
                .allMatch(text -> text.endsWith("were measured in different sessions."));
    }

    @Test
    void aSessionStandsBesideAFile() throws IOException {
        Path session = measured("one", FakeLab.twoRecipes());

        Results results = Results.open(List.of(session, PYMALLOC));

        assertThat(results.variants()).containsExactly("one/o2", "one/o3", "glibc_pymalloc");
    }

    @Test
    void theSameFolderTwiceGetsTwoNames() throws IOException {
        Path session = measured("one", FakeLab.twoRecipes());
        assertThat(Results.open(List.of(session, session)).variants())
                .containsExactly("one/o2", "one/o3", "one-2/o2", "one-2/o3");
    }

    @Test
    void aFolderWithoutASessionIsNamed() throws IOException {
        Path session = measured("one", FakeLab.twoRecipes());
        Path other = folder.resolve("home");
        assertThatThrownBy(() -> Results.open(List.of(session, other)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(other + " holds no session: expected");
    }

    @Test
    void aPastedTextIsKeptOnceAndRefusedWithItsPlace() throws IOException {
        String text = java.nio.file.Files.readString(PYMALLOC);
        Path kept = PerfFiles.keep(text, folder.resolve("pasted"));
        assertThat(PerfFiles.keep(text, folder.resolve("pasted"))).isEqualTo(kept);
        assertThat(Results.open(List.of(kept, PYMALLOC)).images()).hasSize(2);
        assertThatThrownBy(() -> PerfFiles.keep("{\n \"version\": nonsense", folder))
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith("clipboard:2:")
                .hasMessageEndingWith("\nExpected the JSON text that pyperf writes with -o.");
    }
}
