package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pykiln.lab.Ladder.Rung;
import org.pykiln.lab.Ladder.Step;
import org.pykiln.lab.Ladder.Without;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;
import org.pykiln.testing.RecipeGenerator;

class LadderTest {
    private static final Recipe DEFAULTS = Recipe.defaults();

    // Laws

    @Test
    void everyLadderLeadsFromOneToTheOtherOverRecipesWithoutErrors() {
        int joined = 0;
        for (Pair pair : pairs(1, 150)) {
            Ladder ladder = ladder(pair.from(), pair.to());
            assertThat(ladder.first().recipe()).isEqualTo(pair.from());
            assertThat(ladder.last().recipe()).isEqualTo(pair.to());
            assertThat(ladder.rungs()).hasSize(ladder.steps().size() + 1);
            assertThat(ladder.rungs()).noneMatch(rung -> Catalogue.hasErrors(rung.recipe()));
            List<Knob<?>> turned = new ArrayList<>();
            for (int i = 0; i < ladder.steps().size(); i++) {
                Step step = ladder.steps().get(i);
                Recipe before = ladder.rungs().get(i).recipe();
                Recipe after = ladder.rungs().get(i + 1).recipe();
                assertThat(Catalogue.difference(before, after))
                        .containsExactlyInAnyOrderElementsOf(step.knobs());
                assertThat(Climb.isSameBuild(before, after)).isFalse();
                assertThat(step.reasons().isEmpty()).isEqualTo(step.turns().size() == 1);
                step.turns()
                        .forEach(turn -> {
                            assertThat(turn.from()).isEqualTo(pair.from().text(turn.knob()));
                            assertThat(turn.to()).isEqualTo(pair.to().text(turn.knob()));
                        });
                turned.addAll(step.knobs());
                joined += step.turns().size() - 1;
            }
            assertThat(turned)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            Catalogue.difference(pair.from(), pair.to()));
            assertThat(ladder(pair.from(), pair.to())).isEqualTo(ladder);
        }
        assertThat(joined).isPositive();
    }

    @Test
    void theLawsHoldForAnyOrder() {
        Random random = new Random(2);
        for (Pair pair : pairs(2, 50)) {
            List<Knob<?>> order = new ArrayList<>(Catalogue.difference(pair.from(), pair.to()));
            Collections.shuffle(order, random);
            Ladder ladder = Ladder.of(new Rung("a", pair.from()), new Rung("b", pair.to()), order);
            assertThat(ladder.last().recipe()).isEqualTo(pair.to());
            assertThat(ladder.rungs()).noneMatch(rung -> Catalogue.hasErrors(rung.recipe()));
            assertThat(ladder.steps().stream().flatMap(step -> step.knobs().stream()))
                    .containsExactlyInAnyOrderElementsOf(order);
        }
    }

    @Test
    void namesAreUniqueAndFitForFiles() {
        for (Pair pair : pairs(3, 40)) {
            Ladder ladder = ladder(pair.from(), pair.to());
            List<Subject> subjects = ladder.subjects(ladder.withouts());
            Set<String> names = new HashSet<>();
            assertThat(subjects)
                    .allSatisfy(subject -> {
                        assertThat(subject.name()).matches("[A-Za-z0-9][A-Za-z0-9._+=-]{0,59}");
                        assertThat(names.add(subject.name())).isTrue();
                    });
            Set<Recipe> recipes = new HashSet<>();
            assertThat(subjects)
                    .allMatch(subject -> recipes.add(((Subject.OfRecipe) subject).recipe()));
        }
    }

    @Test
    void whatIsLeftOutIsTurnedBackOrHasAReason() {
        int skipped = 0;
        for (Pair pair : pairs(4, 100)) {
            Ladder ladder = ladder(pair.from(), pair.to());
            List<Without> withouts = ladder.withouts();
            assertThat(withouts).hasSameSizeAs(ladder.steps());
            for (Without without : withouts) {
                List<Knob<?>> knobs = ladder.steps().get(without.step()).knobs();
                assertThat(without.obstacle().isEmpty()).isEqualTo(without.rung().isPresent());
                without.rung()
                        .ifPresent(rung -> {
                            assertThat(Catalogue.hasErrors(rung.recipe())).isFalse();
                            assertThat(Catalogue.difference(rung.recipe(), pair.to()))
                                    .containsExactlyInAnyOrderElementsOf(knobs);
                            assertThat(knobs)
                                    .allMatch(knob ->
                                            rung.recipe()
                                                    .text(knob)
                                                    .equals(pair.from().text(knob)));
                        });
                skipped += without.rung().isEmpty() ? 1 : 0;
            }
            assertThat(withouts.getLast().rung())
                    .contains(ladder.rungs().get(ladder.rungs().size() - 2));
        }
        assertThat(skipped).isPositive();
    }

    // Examples

    @Test
    void eachKnobIsAStepInTheOrderOfTheCatalogue() {
        Ladder ladder = ladder(DEFAULTS, with("lto=full", "opt-level=-O2", "pgo=on"));

        assertThat(steps(ladder)).containsExactly("opt-level", "pgo", "lto");
        assertThat(names(ladder)).containsExactly("0-from", "1-opt-level", "2-pgo", "3-to");
        assertThat(ladder.steps().getFirst().turns().getFirst())
                .isEqualTo(new Ladder.Turn(Catalogue.knob("opt-level"), "-O3", "-O2"));
    }

    @Test
    void theOrderMayBeGivenAlsoInPart() {
        Recipe to = with("lto=full", "opt-level=-O2", "pgo=on");

        assertThat(steps(ladder(DEFAULTS, to, "lto", "pgo")))
                .containsExactly("lto", "pgo", "opt-level");
        assertThat(steps(ladder(DEFAULTS, to, "pgo"))).containsExactly("pgo", "opt-level", "lto");
    }

    @Test
    void aKnobThatNeedsAnotherIsJoinedWithIt() {
        Recipe to = with("python=3.14.6", "tail-call=on", "compiler=clang-19");
        Ladder ladder = ladder(with("python=3.14.6"), to);

        assertThat(steps(ladder)).containsExactly("tail-call+compiler");
        assertThat(ladder.steps().getFirst().reasons())
                .singleElement()
                .asString()
                .startsWith("The tail-call interpreter needs Clang 19");
        assertThat(steps(ladder(with("python=3.14.6"), to, "compiler")))
                .containsExactly("compiler", "tail-call");
    }

    @Test
    void aKnobThatStandsAloneGoesAheadOfOneThatWaits() {
        Recipe to =
                with("python=3.14.6", "tail-call=on", "compiler=clang-19", "lto=full", "pgo=on");
        List<String> order = List.of("tail-call", "lto", "compiler");

        assertThat(steps(ladder(with("python=3.14.6"), to, order.toArray(String[]::new))))
                .containsExactly("lto", "tail-call+compiler", "pgo");
    }

    @Test
    void aKnobOfNoConsequenceIsJoinedWithItsNeighbour() {
        Recipe to = with("pgo=on", "labels=vendor=Example");
        assertThat(steps(ladder(DEFAULTS, to))).containsExactly("pgo+labels");
        assertThat(steps(ladder(DEFAULTS, to, "labels"))).containsExactly("labels+pgo");
        assertThat(ladder(DEFAULTS, to).steps().getFirst().reasons())
                .containsExactly("Turning labels changes nothing of the build here.");
    }

    @Test
    void howAnAllocatorIsUsedIsJoinedWithTheAllocator() {
        Recipe to = with("allocator=jemalloc", "allocator-use=link");

        assertThat(steps(ladder(DEFAULTS, to, "allocator-use")))
                .containsExactly("allocator-use+allocator");
    }

    @Test
    void aStepThatIsNeededByAnotherCannotBeLeftOut() {
        Recipe to = with("python=3.14.6", "compiler=clang-19", "tail-call=on");
        Ladder ladder = ladder(with("python=3.14.6"), to, "compiler");

        List<Without> withouts = ladder.withouts();

        assertThat(withouts.getFirst().rung()).isEqualTo(Optional.empty());
        assertThat(withouts.getFirst().obstacle()).startsWith("The tail-call interpreter needs");
        assertThat(ladder.subjects(withouts)).hasSize(3);
    }

    // Refusals

    @Test
    void aRecipeWithErrorsIsRefused() {
        refused(DEFAULTS, with("lto=thin"), "to cannot be built: Thin LTO is a feature of Clang");
        refused(with("lto=thin"), DEFAULTS, "from cannot be built: Thin LTO");
    }

    @Test
    void recipesThatRenderTheSameBuildHaveNothingBetweenThem() {
        refused(DEFAULTS, DEFAULTS, "render the same build");
        refused(DEFAULTS, with("labels=vendor=Example"), "render the same build");
    }

    @Test
    void anOrderNamesKnobsThatDifferEachOnce() {
        refused(
                DEFAULTS,
                with("pgo=on"),
                "from and to do not differ in lto; they differ in pgo",
                "lto");
        refused(DEFAULTS, with("pgo=on"), "pgo stands twice", "pgo", "pgo");
    }

    private static void refused(Recipe from, Recipe to, String message, String... order) {
        assertThatThrownBy(() -> ladder(from, to, order))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                .hasMessageContaining(message);
    }

    private record Pair(Recipe from, Recipe to) {}

    private static List<Pair> pairs(long seed, int count) {
        List<Recipe> recipes =
                RecipeGenerator.recipes(seed, 2 * count).map(LadderTest::mended).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i += 2) {
            if (!Climb.isSameBuild(recipes.get(i), recipes.get(i + 1))) {
                pairs.add(new Pair(recipes.get(i), recipes.get(i + 1)));
            }
        }
        return pairs;
    }

    private static Recipe mended(Recipe recipe) {
        Recipe mended = recipe;
        while (Catalogue.hasErrors(mended)) {
            Finding error =
                    Catalogue.check(mended).stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .findFirst()
                            .orElseThrow();
            mended = error.remedy().orElseThrow().apply(mended);
        }
        return mended;
    }

    private static Recipe with(String... changes) {
        Recipe recipe = DEFAULTS;
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            recipe = Catalogue.turn(recipe, parts[0], parts[1]);
        }
        return recipe;
    }

    private static Ladder ladder(Recipe from, Recipe to, String... order) {
        List<Knob<?>> first = new ArrayList<>();
        List.of(order).forEach(id -> first.add(Catalogue.knob(id)));
        return Ladder.of(new Rung("from", from), new Rung("to", to), first);
    }

    private static List<String> steps(Ladder ladder) {
        return ladder.steps().stream()
                .map(step -> String.join("+", step.knobs().stream().map(Knob::id).toList()))
                .toList();
    }

    private static List<String> names(Ladder ladder) {
        return ladder.rungs().stream().map(Rung::name).toList();
    }
}
