package org.pykiln.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.dockerfile.DockerfileParser.Parsed;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.testing.Golden;
import org.pykiln.testing.RecipeGenerator;

class DialectTest {
    private static final PresetLibrary PRESETS = new PresetLibrary(Path.of("no-such-folder"));

    @ParameterizedTest
    @CsvSource({
        "quick, quick",
        "official-slim, official-slim",
        "alpine-distro, alpine-distro",
        "musl-fastest, musl-fastest",
        "quick+base=fedora:44, fedora",
        "quick+source-verification=gpg, signed"
    })
    void aPresetRendersForBuildKitToItsGoldenFile(String preset, String file) {
        Golden.check(
                "dockerfile-buildkit/" + file + ".Dockerfile",
                Renderer.render(plan(preset), Dialect.BUILDKIT).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "alpine-distro", "musl-fastest", "quick+base=fedora:44"})
    void aLineThatOnlyOneDialectHasNamesWhyItIsThere(String preset) {
        Set<String> portable = new HashSet<>();
        Renderer.render(plan(preset)).lines().forEach(line -> portable.add(line.text().strip()));

        assertThat(Renderer.render(plan(preset), Dialect.BUILDKIT).lines())
                .filteredOn(line -> !portable.contains(line.text().strip()))
                .filteredOn(line -> !line.text().matches("# .*|    set -eux; .*"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.knobs()).as(line.text()).isNotEmpty());
    }

    /// The dialects differ in how packages and sources come in, and in nothing that is made of
    /// them.
    @Test
    void whatIsCompiledIsTheSameInBoth() {
        RecipeGenerator.recipes(11, 300)
                .forEach(recipe -> {
                    BuildPlan plan = Catalogue.plan(recipe);
                    assertThat(made(Renderer.render(plan, Dialect.BUILDKIT)))
                            .as("%s", recipe)
                            .isEqualTo(made(Renderer.render(plan)));
                });
    }

    /// Instructions without those that download packages or bring in the sources.
    private static List<Parsed> made(Dockerfile dockerfile) {
        List<Parsed> made = new ArrayList<>();
        for (Parsed parsed : DockerfileParser.parse(dockerfile.text())) {
            String text = parsed.arguments();
            boolean differs =
                    text.contains("apt-get update")
                            || text.contains("apk add")
                            || text.contains("dnf install")
                            || text.contains("sha256sum -c")
                            || text.endsWith(" ./");
            if (!differs) {
                made.add(parsed);
            }
        }
        return made;
    }

    /// A mount cannot be removed, and what it holds never enters the image.
    @Test
    void nothingRemovesWhatIsMounted() {
        RecipeGenerator.recipes(12, 300)
                .forEach(recipe -> {
                    String text = Renderer.render(Catalogue.plan(recipe), Dialect.BUILDKIT).text();
                    for (Parsed parsed : DockerfileParser.parse(text)) {
                        String script = parsed.arguments();
                        if (script.contains("--mount=type=bind")) {
                            assertThat(script).doesNotContain("; rm ");
                        }
                        if (script.contains("--mount=type=cache")) {
                            assertThat(script)
                                    .doesNotContain(
                                            "/var/lib/apt/lists/*", "add --no-cache", "dnf clean");
                        }
                    }
                });
    }

    @Test
    void oneFileServesAllPlatformsOfARecipe() {
        List<Recipe> recipes =
                Stream.of("amd64", "arm64", "arm/v7", "i386")
                        .map(name -> recipe("quick").withText(ArchitectureKnob.ARCHITECTURE, name))
                        .toList();
        List<BuildPlan> plans = recipes.stream().map(Catalogue::plan).toList();

        String text = Platforms.merge(plans, Dialect.BUILDKIT).orElseThrow().text();

        Golden.check("dockerfile-buildkit/platforms.Dockerfile", text);
        List<String> stages = List.of("amd64", "arm64", "armv7", "386");
        for (int i = 0; i < stages.size(); i++) {
            assertThat(Catalogue.fromLabels(labels(text, "image-" + stages.get(i))))
                    .hasValue(recipes.get(i));
            assertThat(labels(text, "image-" + stages.get(i)))
                    .containsEntry(Catalogue.RECIPE_LABEL, recipes.get(i).hash())
                    .containsEntry(Renderer.STAGE_LABEL, "finished");
        }
    }

    @Test
    void theClassicBuilderChoosesNoStage() {
        List<BuildPlan> plans = List.of(plan("quick"), plan("quick+architecture=arm64"));

        assertThat(Platforms.merge(plans, Dialect.PORTABLE)).isEmpty();
    }

    @Test
    void recipesThatDifferInMoreThanTheirLabelsAreNotOneFile() {
        List<BuildPlan> plans = List.of(plan("quick"), plan("quick+opt-level=-O3"));

        assertThat(Platforms.merge(plans, Dialect.BUILDKIT)).isEmpty();
    }

    /// Those of the final image and of the stage that adds to it.
    private static Map<String, String> labels(String text, String stage) {
        Map<String, String> labels = new HashMap<>();
        String at = "";
        for (Parsed parsed : DockerfileParser.parse(text)) {
            if (parsed.keyword().equals("FROM")) {
                at = parsed.arguments().replaceFirst(".* AS ", "");
            } else if (parsed.keyword().equals("LABEL")
                    && (at.equals("image") || at.equals(stage))) {
                parsed.pairs().forEach(pair -> labels.put(pair.getFirst(), pair.getLast()));
            }
        }
        return labels;
    }

    private static Recipe recipe(String preset) {
        return PRESETS.resolve(preset, List.of()).recipe();
    }

    private static BuildPlan plan(String preset) {
        return Catalogue.plan(recipe(preset));
    }
}
