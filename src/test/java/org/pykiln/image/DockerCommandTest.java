package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.testing.RecipeGenerator;

class DockerCommandTest {
    @Test
    void itIsForThePlatformAndUnderTheNameOfTheRecipe() {
        Recipe recipe = Recipe.defaults().withText(ArchitectureKnob.ARCHITECTURE, "arm/v7");

        assertThat(DockerCommand.of(recipe, Dialect.PORTABLE, Optional.empty()))
                .isEqualTo(
                        "docker build --platform linux/arm/v7 --tag %s ."
                                .formatted(ImageBuilder.reference(recipe)));
        assertThat(DockerCommand.of(recipe, Dialect.BUILDKIT, Optional.of(Path.of("/a b"))))
                .startsWith("DOCKER_BUILDKIT=1 docker build ")
                .endsWith(" '/a b'");
    }

    /// A folder that begins like an option is none.
    @Test
    void theFolderIsNamedWhole() {
        assertThat(
                        DockerCommand.of(
                                Recipe.defaults(), Dialect.PORTABLE, Optional.of(Path.of("-x"))))
                .endsWith(Path.of("-x").toAbsolutePath().toString());
    }

    @Test
    void aShellReadsEveryWordAsItWasWritten() throws Exception {
        List<String> words = new ArrayList<>(RecipeGenerator.HOSTILE);
        words.addAll(
                List.of(
                        "it's", "''", "a b", "$HOME", "`id`", "\\", "\"", "*", "~", "é", "a\nb",
                        ""));
        words.removeIf(word ->
                word.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(word));
        String script =
                words.stream()
                        .map(DockerCommand::quoted)
                        .collect(Collectors.joining(" ", "printf '%s\\0' ", ""));
        Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
        try (OutputStream in = shell.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo(words.stream().map(w -> w + "\0").collect(Collectors.joining()));
    }
}
