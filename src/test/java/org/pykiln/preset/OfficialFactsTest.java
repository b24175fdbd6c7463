package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.dockerfile.Line;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.recipe.Catalogue;

/// The presets that are named after official images do what docker-library does, line by line;
/// where they do not, the list says why.
class OfficialFactsTest {
    /// @param mark `has`, `lacks`, or `differs`: deliberately not there
    /// @param pattern as seen in a line of the rendered Dockerfile
    /// @param reason of a difference
    private record Fact(
            String preset, String mark, String what, String source, String pattern, String reason) {
        static Fact of(String preset, String line) {
            String[] cells = line.split("\t");
            return new Fact(
                    preset,
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells.length > 4 ? cells[4] : "");
        }

        @Override
        public String toString() {
            return "%s %s %s".formatted(preset, mark, what);
        }
    }

    static Stream<Fact> facts() {
        return Stream.of("official-slim", "official-alpine").flatMap(OfficialFactsTest::facts);
    }

    private static Stream<Fact> facts(String preset) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/presets", preset + ".tsv"))
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Fact.of(preset, line));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theRenderedDockerfileHasIt(Fact fact) {
        boolean seen =
                Pattern.compile(fact.pattern, Pattern.MULTILINE).matcher(text(fact.preset)).find();

        assertThat(seen).as(fact.source).isEqualTo(fact.mark.equals("has"));
        assertThat(fact.source).startsWith("docker-library/python@");
        assertThat(fact.reason.length() > 20 && fact.reason.endsWith("."))
                .isEqualTo(fact.mark.equals("differs"));
    }

    /// An option or package that nobody accounts for would be a difference that nobody knows of.
    @ParameterizedTest
    @ValueSource(strings = {"official-slim", "official-alpine"})
    void everyOptionAndPackageIsAccountedFor(String preset) {
        List<Pattern> known =
                facts(preset)
                        .filter(fact -> fact.mark.equals("has"))
                        .map(fact -> Pattern.compile(fact.pattern))
                        .toList();
        List<String> unknown =
                text(preset)
                        .lines()
                        .filter(line -> line.matches("--[a-z].*|[a-z][a-z0-9+.-]+;?"))
                        .filter(line -> known.stream().noneMatch(one -> one.matcher(line).find()))
                        .toList();

        // makes configure find what the distribution has
        assertThat(unknown).isSubsetOf("pkg-config", "pkgconf");
    }

    /// Lines without indentation and without what continues them.
    private static String text(String preset) {
        return Renderer.render(
                        Catalogue.plan(
                                new PresetLibrary(Path.of("no-such-folder"))
                                        .find(preset)
                                        .preset()
                                        .recipe()))
                .lines()
                .stream()
                .map(Line::text)
                .map(line -> line.replaceFirst(" \\\\$", "").strip())
                .collect(Collectors.joining("\n"));
    }
}
