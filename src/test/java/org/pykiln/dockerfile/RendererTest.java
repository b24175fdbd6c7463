package org.pykiln.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.dockerfile.DockerfileParser.Parsed;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.KnownPreset;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.Golden;
import org.pykiln.testing.RecipeGenerator;

class RendererTest {
    private static final int RECIPES = 1_000;
    private static final Set<String> KNOBS =
            Catalogue.knobs().stream().map(Knob::id).collect(Collectors.toUnmodifiableSet());

    static Stream<KnownPreset> shipped() {
        return new PresetLibrary(Path.of("no-such-folder"))
                .list().presets().stream().filter(KnownPreset::isShipped);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedPresetRendersToItsGoldenFile(KnownPreset preset) {
        Golden.check(
                "dockerfile/" + preset.name() + ".Dockerfile",
                render(preset.preset().recipe()).text());
    }

    /// What an engine reads is what the model holds: no value adds an instruction or ends one. The
    /// wheels come with the context, are verified, and stay behind in the build stage.
    @Test
    void aWheelhouseRendersToItsGoldenFile() {
        Recipe recipe =
                new PresetLibrary(Path.of("no-such-folder"))
                        .resolve(
                                "quick",
                                List.of(
                                        "wheel-index=wheelhouse:" + "0123456789abcdef".repeat(4),
                                        "packages=markupsafe==3.0.2"))
                        .recipe();

        String text = render(recipe).text();

        Golden.check("dockerfile/from-a-wheelhouse.Dockerfile", text);
        assertThat(text.indexOf("COPY wheels-0123456789ab ./"))
                .isBetween(0, text.lastIndexOf("FROM "));
    }

    @ParameterizedTest
    @EnumSource
    void theTextReadsBackAsTheInstructionsOfTheModel(Dialect dialect) {
        RecipeGenerator.recipes(1, RECIPES)
                .forEach(recipe -> {
                    BuildPlan plan = Catalogue.plan(recipe);
                    Dockerfile dockerfile = Renderer.render(plan, dialect);
                    String text = dockerfile.text();
                    List<Parsed> parsed = DockerfileParser.parse(text);
                    List<Instruction> model = instructions(dockerfile);
                    if (parsed.size() != model.size()) {
                        throw new AssertionError(recipe + " has other instructions:\n" + text);
                    }
                    for (int i = 0; i < parsed.size(); i++) {
                        same(parsed.get(i), model.get(i), text);
                    }
                    skeleton(plan, dialect, parsed);
                    plain(text, parsed);
                    if (dialect == Dialect.PORTABLE) {
                        portable(text);
                    }
                });
    }

    private static void same(Parsed parsed, Instruction model, String text) {
        boolean same =
                switch (model) {
                    case Instruction.Comment comment -> false;
                    case Instruction.Simple simple ->
                            parsed.equals(new Parsed(simple.keyword(), simple.arguments()));
                    case Instruction.Vector vector ->
                            parsed.keyword().equals(vector.keyword())
                                    && parsed.words().equals(vector.words());
                    case Instruction.Pairs pairs ->
                            parsed.keyword().equals(pairs.keyword())
                                    && parsed.pairs()
                                            .equals(
                                                    pairs.pairs().stream()
                                                            .map(p -> List.of(p.name(), p.value()))
                                                            .toList());
                    case Instruction.Run run ->
                            parsed.keyword().equals("RUN")
                                    && parsed.arguments()
                                            .equals(
                                                    Stream.of(run.mounts(), run.script())
                                                            .flatMap(List::stream)
                                                            .map(Line::text)
                                                            .collect(
                                                                    Collectors.joining(" " + PAD)));
                };
        if (!same) {
            throw new AssertionError(parsed + " is not " + model + " in\n" + text);
        }
    }

    /// Continued lines are indented.
    private static final String PAD = "    ";

    /// The keywords are the same for all recipes, but for what a wheelhouse, the environment and a
    /// user add where there is one.
    private static void skeleton(BuildPlan plan, Dialect dialect, List<Parsed> parsed) {
        List<String> expected = new ArrayList<>(List.of("FROM", "LABEL", "SHELL"));
        expected.addAll(Collections.nCopies(toolchain(plan), "RUN"));
        expected.add("WORKDIR");
        if (dialect == Dialect.PORTABLE || plan.signature().isPresent()) {
            expected.add("COPY");
        }
        expected.addAll(List.of("RUN", "WORKDIR", "RUN", "RUN", "RUN"));
        if (plan.wheelhouse().isPresent()) {
            expected.addAll(List.of("WORKDIR", "COPY", "RUN"));
        }
        expected.addAll(List.of("FROM", "LABEL", "SHELL", "COPY", "RUN"));
        if (plan.preload().isPresent() || !plan.environment().isEmpty()) {
            expected.add("ENV");
        }
        expected.add("LABEL");
        if (plan.user().isPresent()) {
            expected.add("USER");
        }
        expected.add("CMD");
        List<String> keywords = parsed.stream().map(Parsed::keyword).toList();
        if (!keywords.equals(expected)) {
            throw new AssertionError(plan + " renders to " + keywords);
        }
    }

    /// How many scripts make the toolchain.
    private static int toolchain(BuildPlan plan) {
        Distribution distribution = Distribution.of(plan.base().value());
        boolean provided =
                plan.buildPackages().stream()
                        .allMatch(entry -> distribution.provides(entry.value()));
        return distribution.sysroot().map(sysroot -> 1 + sysroot.compile().size()).orElse(0)
                + (provided ? 0 : 1);
    }

    private static void portable(String text) {
        for (String absent : List.of("--mount", "TARGETARCH")) {
            if (text.contains(absent)) {
                throw new AssertionError(absent + " in\n" + text);
            }
        }
    }

    private static void plain(String text, List<Parsed> parsed) {
        for (String absent : List.of("<<", "--chmod", "# syntax", "\t")) {
            if (text.contains(absent)) {
                throw new AssertionError(absent + " in\n" + text);
            }
        }
        for (Parsed one : parsed) {
            boolean pairs = one.keyword().equals("ENV") || one.keyword().equals("LABEL");
            if (pairs && one.arguments().contains("$")) {
                throw new AssertionError(one.toString());
            }
        }
        if (!text.endsWith("\n") || !text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127)) {
            throw new AssertionError("not plain lines of ASCII:\n" + text);
        }
    }

    @Test
    void equalRecipesRenderToEqualBytes() {
        List<Recipe> recipes = RecipeGenerator.recipes(2, 500).toList();
        List<Recipe> again = RecipeGenerator.recipes(2, 500).toList();
        for (int i = 0; i < recipes.size(); i++) {
            assertThat(render(recipes.get(i)).text()).isEqualTo(render(again.get(i)).text());
        }
    }

    @Test
    void aLineNamesKnobsOfTheCatalogueOnly() {
        RecipeGenerator.recipes(3, 500)
                .forEach(recipe ->
                        render(recipe)
                                .lines()
                                .forEach(line ->
                                        assertThat(KNOBS)
                                                .as(line.text())
                                                .containsAll(line.knobs())));
    }

    /// Lines that name no knob are the same whatever is turned, but for title and hash.
    @Test
    void whatAKnobChangesCarriesAKnob() {
        RecipeGenerator generator = new RecipeGenerator(4);
        for (int i = 0; i < 500; i++) {
            Recipe recipe = generator.next();
            Knob<?> knob = generator.pick(Catalogue.knobs());
            Recipe turned = generator.turn(recipe, knob);
            Set<Line> before = lines(recipe);
            Set<Line> after = lines(turned);
            for (Line line : difference(before, after)) {
                assertThat(line.knobs())
                        .as("%s turned in %s: %s", knob.id(), recipe, line)
                        .isNotEmpty();
            }
        }
    }

    /// One of the lines that a turned knob changed says that it was this knob; its label is one.
    @Test
    void aTurnedKnobIsNamedByALineThatChanged() {
        RecipeGenerator generator = new RecipeGenerator(5);
        int turns = 0;
        for (int i = 0; i < 500; i++) {
            Recipe recipe = generator.next();
            Knob<?> knob = generator.pick(Catalogue.knobs());
            Recipe turned = generator.turn(recipe, knob);
            if (!turned.equals(recipe)) {
                turns++;
                assertThat(difference(lines(recipe), lines(turned)))
                        .as("%s turned in %s", knob.id(), recipe)
                        .anyMatch(line -> line.knobs().contains(knob.id()));
            }
        }
        assertThat(turns).isGreaterThan(200);
    }

    /// A value of a label or of the environment never stands elsewhere than in its own pair.
    @Test
    void aLabelForEachKnobHoldsItsValue() {
        RecipeGenerator.recipes(6, 500)
                .forEach(recipe -> {
                    List<Parsed> parsed = DockerfileParser.parse(render(recipe).text());
                    List<List<String>> labels =
                            parsed.stream()
                                    .filter(one -> one.keyword().equals("LABEL"))
                                    .toList()
                                    .getLast()
                                    .pairs();
                    for (Knob<?> knob : Catalogue.knobs()) {
                        assertThat(labels)
                                .contains(
                                        List.of(
                                                Catalogue.KNOB_LABEL + knob.id(),
                                                recipe.text(knob)));
                    }
                    assertThat(labels).contains(List.of(Catalogue.RECIPE_LABEL, recipe.hash()));
                });
    }

    @Test
    void aLineIsOneLine() {
        assertThatThrownBy(() -> Line.plain("make\nRUN reboot"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Line.plain("make\rRUN reboot"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPairTakesNothingThatMeansSomethingBetweenQuotes() {
        for (String bad : List.of("\"", "$HOME", "a\\", "a\nb", "a\u0000b", "a\u007fb")) {
            assertThatThrownBy(() -> new Instruction.Pairs.Pair("NAME", bad, Set.of()))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Dockerfile render(Recipe recipe) {
        return Renderer.render(Catalogue.plan(recipe));
    }

    private static List<Instruction> instructions(Dockerfile dockerfile) {
        return dockerfile.paragraphs().stream()
                .flatMap(List::stream)
                .filter(instruction -> !(instruction instanceof Instruction.Comment))
                .toList();
    }

    /// What a line says: without what only continues it, without title and hash.
    private static Set<Line> lines(Recipe recipe) {
        Set<Line> lines = new HashSet<>();
        for (Line line : render(recipe).lines()) {
            if (!line.text().startsWith("#") && !line.text().contains(recipe.hash())) {
                lines.add(new Line(line.text().replaceAll(" \\\\$|^ +", ""), line.knobs()));
            }
        }
        return lines;
    }

    private static Set<Line> difference(Set<Line> one, Set<Line> other) {
        Set<Line> different = new HashSet<>(one);
        different.removeAll(other);
        other.stream().filter(line -> !one.contains(line)).forEach(different::add);
        return different;
    }
}
