package org.pykiln.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.dockerfile.DockerfileParser.Parsed;
import org.pykiln.preset.KnownPreset;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;

/// A shell parses every script, as the engine hands it over: on one line.
class ScriptSyntaxTest {
    static Stream<Recipe> recipes() {
        return Stream.concat(
                RendererTest.shipped().map(KnownPreset::preset).map(preset -> preset.recipe()),
                RecipeGenerator.recipes(7, 20));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aShellParsesEveryScript(Recipe recipe) throws Exception {
        for (Dialect dialect : Dialect.values()) {
            String text = Renderer.render(Catalogue.plan(recipe), dialect).text();
            List<String> scripts =
                    DockerfileParser.parse(text).stream()
                            .filter(instruction -> instruction.keyword().equals("RUN"))
                            .map(Parsed::arguments)
                            .map(arguments -> arguments.replaceFirst("^(--mount=[^ ]+ +)+", ""))
                            .toList();
            assertThat(scripts).hasSizeBetween(6, 12);
            for (String script : scripts) {
                assertThat(complaints(script)).as(script).isEmpty();
                assertThat(script).startsWith("set -eux; ");
            }
        }
    }

    private static String complaints(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var in = shell.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = shell.waitFor();
        return code == 0 ? said : said + "[exit " + code + "]";
    }
}
