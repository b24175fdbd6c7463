package org.pykiln.dockerfile;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.KnownPreset;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.SourceVerificationKnob;
import org.pykiln.testing.Hadolint;
import org.pykiln.testing.Hadolint.Complaint;

/// hadolint reads what is rendered, in both dialects, and finds nothing that is not explained here.
class LinterTest {
    /// By rule: why PyKiln does it all the same.
    private static final Map<String, String> EXPLAINED =
            Map.ofEntries(
                    entry("DL3003", "one script works in several folders; WORKDIR would end it"),
                    entry("DL3006", "the image is a stage of the same file"),
                    entry("DL3008", "mirrors keep one version: a pinned one soon does not build"),
                    entry("DL3018", "likewise"),
                    entry("DL3041", "likewise"),
                    entry("SC2001", "sed says what is replaced, as in the lines around it"),
                    entry("SC2005", "it makes one line of the flags, which stand on several"),
                    entry("SC2016", "the dollar is sed's: the end of the line"),
                    entry("SC2046", "a list of files, each a word; Python's have no spaces"),
                    entry("SC2086", "a list of options, each a word; empty where there are none"),
                    entry("SC2155", "one line a flag; what failed leaves no flag to prove"));

    @TempDir Path folder;

    /// Shipped presets, and what none of them has: other bases, signatures, several platforms.
    @Test
    void nothingIsFoundThatIsNotExplained() throws IOException {
        Map<String, String> texts = texts();
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.add(Files.writeString(folder.resolve(text.getKey()), text.getValue()));
        }

        Map<Path, List<Complaint>> complaints = Hadolint.fetch().lint(files);

        Set<String> rules = new TreeSet<>();
        complaints.forEach((file, some) -> {
            assertThat(some)
                    .as(texts.get(file.getFileName().toString()))
                    .allMatch(one -> EXPLAINED.containsKey(one.rule()));
            some.forEach(one -> rules.add(one.rule()));
        });
        assertThat(rules).as("explained in vain").containsAll(EXPLAINED.keySet());
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        recipes()
                .forEach(recipe -> {
                    for (Dialect dialect : Dialect.values()) {
                        texts.put(
                                "%s-%s.Dockerfile".formatted(recipe.hash(), dialect),
                                Renderer.render(Catalogue.plan(recipe), dialect).text());
                    }
                });
        assertThat(texts).hasSizeGreaterThan(2 * 20);
        List<BuildPlan> plans =
                Stream.of("amd64", "arm64")
                        .map(name ->
                                Recipe.defaults().withText(ArchitectureKnob.ARCHITECTURE, name))
                        .map(Catalogue::plan)
                        .toList();
        texts.put(
                "platforms.Dockerfile",
                Platforms.merge(plans, Dialect.BUILDKIT).orElseThrow().text());
        return texts;
    }

    private static List<Recipe> recipes() {
        List<Recipe> recipes = new ArrayList<>();
        RendererTest.shipped().map(KnownPreset::preset).map(p -> p.recipe()).forEach(recipes::add);
        BaseKnob.BASE.domain().suggestions().stream()
                .map(base -> Recipe.defaults().with(BaseKnob.BASE, base))
                .forEach(recipes::add);
        for (String checked : List.of("gpg", "sigstore")) {
            recipes.add(
                    Recipe.defaults()
                            .withText(SourceVerificationKnob.SOURCE_VERIFICATION, checked));
        }
        return recipes;
    }

    /// A linter that finds nothing in anything would find nothing here either.
    @Test
    void whatIsWrongIsFound() throws IOException {
        Path file = folder.resolve("Dockerfile");
        String text = Renderer.render(Catalogue.plan(Recipe.defaults()), Dialect.BUILDKIT).text();
        Files.writeString(file, text.replace("CMD [\"python3\"]", "CMD python3\nFROM"));
        List<Complaint> broken = Hadolint.fetch().lint(List.of(file)).get(file);
        Files.writeString(file, text.replace("CMD [\"python3\"]", "CMD python3"));
        List<Complaint> loose = Hadolint.fetch().lint(List.of(file)).get(file);

        assertThat(broken).extracting(Complaint::rule).containsExactly("DL1000");
        assertThat(loose).extracting(Complaint::rule).contains("DL3025");
    }
}
