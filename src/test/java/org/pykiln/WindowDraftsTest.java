package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Owner;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.DraftServices.Left;
import org.pykiln.ui.common.DraftServices.LeftDraft;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.ProblemException;

class WindowDraftsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /// Had the process id of this test once.
    private static final Owner GONE =
            new Owner(Owner.self().host(), ProcessHandle.current().pid(), 1);

    @TempDir private Path folder;

    @Test
    void everyDraftSurvivesItsFile() throws IOException {
        List<Recipe> recipes = RecipeGenerator.recipes(5, 400).toList();
        for (int i = 1; i < recipes.size(); i++) {
            Draft draft =
                    new Draft(
                            new NamedRecipe(
                                    "from-" + i,
                                    "Says \"more\" – than nothing",
                                    List.of("a", "b"),
                                    recipes.get(i - 1),
                                    i % 2 == 0,
                                    i % 3 == 0
                                            ? Optional.of(Path.of("/some where/x.json"))
                                            : Optional.empty()),
                            i % 2 == 0 ? "from-" + i : "What\tI \"try\" now",
                            recipes.get(i));
            DraftJson kept = new DraftJson(GONE, NOON, draft);
            assertThat(DraftJson.read("x", kept.text())).isEqualTo(kept);
        }
    }

    @Test
    void aDraftThatIsCutAnywhereIsNoDraft() throws IOException {
        String text = new DraftJson(GONE, NOON, draft("mine", "full")).text();
        assertThat(text.strip()).endsWith("}");
        for (int length = 0; length < text.strip().length(); length++) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> DraftJson.read("x", cut))
                    .isInstanceOfAny(IOException.class, RuntimeException.class);
        }
    }

    @Test
    void whatAWindowThatIsGoneLeftIsOfferedNewestFirst() throws Exception {
        window(GONE, NOON).keep(draft("older", "full"));
        window(GONE, NOON.plusSeconds(60)).keep(draft("newer", "off"));
        WindowDrafts here = window(Owner.self(), NOON);

        assertThat(here.left().drafts())
                .extracting(left -> left.draft().name())
                .containsExactly("newer", "older");
        here.discard(here.left().drafts().getFirst());
        assertThat(here.left().drafts())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.kept()).isEqualTo(NOON);
                    assertThat(left.draft()).isEqualTo(draft("older", "full"));
                });
    }

    @Test
    void whatAnOpenWindowKeepsIsItsOwn() throws Exception {
        window(Owner.self(), NOON).keep(draft("mine", "full"));
        window(new Owner("another-host", 1, 1), NOON).keep(draft("yours", "full"));
        assertThat(window(Owner.self(), NOON).left().drafts()).isEmpty();
        assertThat(files("")).hasSize(2);
    }

    @Test
    void theLastDraftCountsUntilNothingIsUnsaved() throws Exception {
        WindowDrafts one = window(GONE, NOON);
        one.drop();
        one.keep(draft("mine", "off"));
        one.keep(draft("mine", "full"));
        assertThat(window(Owner.self(), NOON).left().drafts())
                .extracting(LeftDraft::draft)
                .containsExactly(draft("mine", "full"));
        one.drop();
        assertThat(window(Owner.self(), NOON).left()).isEqualTo(new Left(List.of(), empty()));
    }

    @Test
    void aWindowThatClosesLeavesNothingToBeOffered() throws Exception {
        window(GONE, NOON).keep(draft("unanswered", "full"));
        window(GONE, NOON).keep(draft("answered elsewhere", "full"));
        WindowDrafts here = window(GONE, NOON);
        WindowDrafts there = window(GONE, NOON);
        assertThat(here.left().drafts()).hasSize(2);
        there.left().drafts().stream()
                .filter(one -> one.draft().name().equals("answered elsewhere"))
                .forEach(one -> discard(there, one));
        here.keep(draft("mine", "full"));
        here.end();
        here.keep(draft("late", "full"));

        assertThat(window(Owner.self(), NOON).left().drafts()).isEmpty();
        assertThat(files("aside")).hasSize(1);
    }

    @Test
    void oneThatCannotBeReadIsPutAsideWholeAndSaidOnce() throws Exception {
        String half = new DraftJson(GONE, NOON, draft("mine", "full")).text().substring(0, 300);
        Files.writeString(folder.resolve("one.json"), half);
        Files.writeString(folder.resolve("two.json"), "{\"schema\": 2}");
        Files.write(folder.resolve("three.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        window(GONE, NOON).keep(draft("whole", "full"));
        WindowDrafts here = window(Owner.self(), NOON);

        Left left = here.left();

        assertThat(left.drafts()).extracting(one -> one.draft().name()).containsExactly("whole");
        assertThat(left.problem().orElseThrow().detail())
                .contains("aside")
                .contains("one.json")
                .contains("two.json: the draft was written by a newer PyKiln")
                .contains("three.json");
        assertThat(folder.resolve("aside/one.json")).hasContent(half);
        assertThat(files("aside")).containsExactly("one.json", "three.json", "two.json");
        assertThat(here.left().problem()).isEmpty();
    }

    @Test
    void withoutAFolderNothingWasLeft() throws Exception {
        WindowDrafts here =
                new WindowDrafts(folder.resolve("none"), Owner.self(), InstantSource.fixed(NOON));
        assertThat(here.left()).isEqualTo(new Left(List.of(), empty()));
        here.drop();
        here.end();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static void discard(WindowDrafts window, LeftDraft draft) {
        try {
            window.discard(draft);
        } catch (ProblemException unforeseen) {
            throw new AssertionError(unforeseen);
        }
    }

    private static <T> Optional<T> empty() {
        return Optional.empty();
    }

    private WindowDrafts window(Owner owner, Instant now) {
        return new WindowDrafts(folder, owner, InstantSource.fixed(now));
    }

    private static Draft draft(String name, String lto) {
        NamedRecipe source =
                new NamedRecipe("debian-o2", "", Recipe.defaults(), true, Optional.empty());
        return new Draft(source, name, Catalogue.turn(Recipe.defaults(), "lto", lto));
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
