package org.pykiln.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.testing.RecipeGenerator;

/// Laws that hold for all recipes, tried on many.
class RecipePropertiesTest {
    private static final int MANY = 10_000;
    private static final int MOST_REMEDIES = 20;
    private static final Set<String> TRAINING = Set.of("--enable-optimizations", "--enable-bolt");

    @Test
    void textRebuildsTheRecipeInAnyOrder() {
        Random order = new Random(1);
        RecipeGenerator.recipes(1, 5_000)
                .forEach(recipe -> {
                    List<Knob<?>> knobs = new ArrayList<>(Catalogue.knobs());
                    Collections.shuffle(knobs, order);
                    Recipe rebuilt = Recipe.defaults();
                    for (Knob<?> knob : knobs) {
                        rebuilt = Catalogue.turn(rebuilt, knob.id(), recipe.text(knob));
                    }
                    assertThat(rebuilt).isEqualTo(recipe).hasSameHashCodeAs(recipe);
                    assertThat(rebuilt.hash()).isEqualTo(recipe.hash());
                    assertThat(rebuilt).hasToString(recipe.toString());
                });
    }

    @Test
    void differentRecipesHaveDifferentHashes() {
        Map<String, Recipe> byHash = new HashMap<>();
        RecipeGenerator.recipes(2, MANY)
                .forEach(recipe -> {
                    assertThat(recipe.hash()).matches("[0-9a-f]{64}");
                    Recipe same = byHash.putIfAbsent(recipe.hash(), recipe);
                    assertThat(same == null || same.equals(recipe)).isTrue();
                });
        assertThat(byHash).hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void equalityIsWhatTheDifferenceSays() {
        RecipeGenerator generator = new RecipeGenerator(3);
        Recipe before = Recipe.defaults();
        for (int i = 0; i < 5_000; i++) {
            Recipe next = generator.turn(before, generator.pick(Catalogue.knobs()));
            List<Knob<?>> difference = Catalogue.difference(before, next);
            assertThat(difference).hasSizeLessThanOrEqualTo(1);
            assertThat(before.equals(next)).isEqualTo(difference.isEmpty());
            assertThat(before.hash().equals(next.hash())).isEqualTo(difference.isEmpty());
            assertThat(before).isEqualTo(before).isNotEqualTo(null).isNotEqualTo("recipe");
            before = next;
        }
    }

    @Test
    void turningToTheDefaultIsNotTurning() {
        Recipe recipe = Recipe.defaults();
        for (Knob<?> knob : Catalogue.knobs()) {
            recipe = Catalogue.turn(recipe, knob.id(), recipe.text(knob));
            assertThat(recipe.isTurned(knob)).isFalse();
        }
        assertThat(recipe).isEqualTo(Recipe.defaults());
        assertThat(Catalogue.check(recipe)).isEmpty();
    }

    @Test
    void hashesArePublic() {
        assertThat(Recipe.defaults().hash())
                .as("receipts and image labels hold it")
                .isEqualTo("6364ff6b46b0f95345e89fe06bdf89fdb78ab4f901e204cffc62a850c06a77e4");
        assertThat(Catalogue.turn(Recipe.defaults(), "lto", "full").hash())
                .isEqualTo("70cc2d81e3dd62fefb4073a696bb8373745b4fd1d434952595438f900330d683");
    }

    @Test
    void remedyMakesItsFindingGoAway() {
        RecipeGenerator.recipes(4, MANY)
                .forEach(recipe -> {
                    for (Finding finding : Catalogue.check(recipe)) {
                        assertIsWellFormed(finding);
                        finding.remedy()
                                .ifPresent(remedy -> {
                                    Recipe mended = remedy.apply(recipe);
                                    assertThat(codes(mended)).doesNotContain(finding.code());
                                    assertThat(mended).isEqualTo(byText(recipe, remedy.change()));
                                });
                    }
                });
    }

    @Test
    void everyErrorHasARemedyAndRemediesEndInARecipeWithoutErrors() {
        RecipeGenerator.recipes(5, MANY)
                .forEach(recipe -> {
                    Recipe mended = applyAll(recipe, Severity.ERROR);
                    assertThat(Catalogue.hasErrors(mended)).isFalse();
                });
    }

    @Test
    void allRemediesTogetherEnd() {
        RecipeGenerator.recipes(6, MANY)
                .forEach(recipe -> {
                    Recipe mended = applyAll(recipe, Severity.ADVICE);
                    assertThat(Catalogue.check(mended))
                            .allMatch(finding -> finding.remedy().isEmpty());
                });
    }

    @Test
    void obstaclesAreTheErrorsOfThatChoice() {
        RecipeGenerator.recipes(9, 2_000)
                .filter(recipe -> !Catalogue.hasErrors(recipe))
                .forEach(recipe -> Catalogue.knobs().forEach(knob -> obstaclesAgree(recipe, knob)));
    }

    @Test
    void planIsDefinedForAllAndItsLabelsHoldTheRecipe() {
        RecipeGenerator.recipes(10, 5_000)
                .forEach(recipe -> {
                    BuildPlan plan = Catalogue.plan(recipe);
                    Map<String, String> labels = new HashMap<>();
                    plan.labels().forEach((name, entry) -> labels.put(name, entry.value()));
                    assertThat(Catalogue.fromLabels(labels)).contains(recipe);
                    assertThat(labels).containsEntry(Catalogue.RECIPE_LABEL, recipe.hash());
                    assertThat(plan).isEqualTo(Catalogue.plan(recipe));
                    assertKnowsItsKnobs(plan);
                    assertThat(plan.profileTask().isPresent())
                            .isEqualTo(
                                    values(plan.configure()).stream().anyMatch(TRAINING::contains));
                });
    }

    @Test
    void labelsOfOthersAreNoRecipe() {
        assertThat(Catalogue.fromLabels(Map.of("maintainer", "x"))).isEqualTo(Optional.empty());
        assertThatThrownBy(() ->
                        Catalogue.fromLabels(
                                Map.of(
                                        Catalogue.RECIPE_LABEL,
                                        "0",
                                        Catalogue.KNOB_LABEL + "speed",
                                        "9")))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("speed");
    }

    private static <V> void obstaclesAgree(Recipe recipe, Knob<V> knob) {
        for (V value : knob.domain().suggestions()) {
            boolean fails = Catalogue.hasErrors(recipe.with(knob, value));
            assertThat(Catalogue.obstacles(recipe, knob, value).isEmpty())
                    .as("%s of %s names no error of its own", recipe.with(knob, value), knob.id())
                    .isNotEqualTo(fails);
        }
    }

    private static Recipe applyAll(Recipe recipe, Severity least) {
        Recipe mended = recipe;
        for (int i = 0; i < MOST_REMEDIES; i++) {
            Optional<Finding> next =
                    Catalogue.check(mended).stream()
                            .filter(finding -> finding.severity().compareTo(least) <= 0)
                            .filter(finding ->
                                    finding.severity() == Severity.ERROR
                                            || finding.remedy().isPresent())
                            .findFirst();
            if (next.isEmpty()) {
                return mended;
            }
            mended = next.get().remedy().orElseThrow().apply(mended);
        }
        throw new AssertionError("remedies go round in circles: " + recipe);
    }

    private static void assertIsWellFormed(Finding finding) {
        assertThat(finding.code()).matches("[a-z0-9.-]+");
        assertThat(finding.summary()).endsWith(".").doesNotContain("\n");
        assertThat(finding.knobs()).isNotEmpty().allMatch(id -> Catalogue.find(id).isPresent());
    }

    private static Set<String> codes(Recipe recipe) {
        Set<String> codes = new TreeSet<>();
        Catalogue.check(recipe).forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    private static Recipe byText(Recipe recipe, String change) {
        int equals = change.indexOf('=');
        return Catalogue.turn(recipe, change.substring(0, equals), change.substring(equals + 1));
    }

    private static void assertKnowsItsKnobs(BuildPlan plan) {
        List<Entry<?>> entries = new ArrayList<>(List.of(plan.base(), plan.platform()));
        entries.add(plan.python());
        entries.addAll(plan.buildPackages());
        entries.addAll(plan.runPackages());
        entries.addAll(plan.configure());
        entries.addAll(plan.compilerFlags());
        entries.addAll(plan.linkerFlags());
        entries.addAll(plan.libraries());
        entries.addAll(plan.environment().values());
        entries.addAll(plan.buildEnvironment().values());
        entries.addAll(plan.steps());
        plan.signature().ifPresent(entries::add);
        plan.user().ifPresent(entries::add);
        plan.profileTask().ifPresent(entries::add);
        plan.preload().ifPresent(entries::add);
        for (Entry<?> entry : entries) {
            assertThat(entry.knobs()).isNotEmpty().allMatch(id -> Catalogue.find(id).isPresent());
        }
    }

    private static <T> List<T> values(List<Entry<T>> entries) {
        return entries.stream().map(Entry::value).toList();
    }
}
