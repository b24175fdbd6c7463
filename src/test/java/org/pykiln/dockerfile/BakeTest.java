package org.pykiln.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.dockerfile.Bake.Member;
import org.pykiln.dockerfile.BakeFile.Group;
import org.pykiln.dockerfile.BakeFile.Target;
import org.pykiln.plan.BuildPlan;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.recipe.Catalogue;
import org.pykiln.testing.Golden;
import org.pykiln.testing.RecipeGenerator;

/// Bake files, read back by a parser of HCL that knows nothing of PyKiln.
class BakeTest {
    private static final PresetLibrary PRESETS = new PresetLibrary(Path.of("no-such-folder"));
    private static final String FILE = "docker-bake.hcl";

    @Test
    void aRecipeForSeveralPlatformsIsOneTarget() throws Exception {
        Map<String, String> texts =
                Bake.render(List.of(of("quick", "amd64", "arm64")), Dialect.BUILDKIT);

        assertThat(texts).containsOnlyKeys("quick.Dockerfile", FILE);
        Golden.check("bake/buildkit.hcl", texts.get(FILE));
        assertThat(block(texts, "target", "quick"))
                .containsEntry("platforms", List.of("linux/amd64", "linux/arm64"))
                .containsEntry("dockerfile", "quick.Dockerfile");
    }

    @Test
    void inThePortableDialectItIsOneGroup() throws Exception {
        Map<String, String> texts =
                Bake.render(
                        List.of(of("quick", "amd64", "arm/v7"), of("debian-o3", "amd64")),
                        Dialect.PORTABLE);

        assertThat(texts)
                .containsOnlyKeys(
                        "quick-amd64.Dockerfile",
                        "quick-arm-v7.Dockerfile",
                        "debian-o3.Dockerfile",
                        FILE);
        Golden.check("bake/portable.hcl", texts.get(FILE));
        assertThat(block(texts, "group", "default"))
                .containsEntry("targets", List.of("quick", "debian-o3"));
        assertThat(block(texts, "group", "quick"))
                .containsEntry("targets", List.of("quick-amd64", "quick-arm-v7"));
        assertThat(texts.get("debian-o3.Dockerfile"))
                .isEqualTo(Renderer.render(plan("debian-o3", "amd64")).text());
    }

    /// Whatever people call a recipe: the file is read as what it is meant to be, and no two
    /// recipes get one name.
    @ParameterizedTest
    @EnumSource
    void noNameGetsOutOfItsQuotes(Dialect dialect) throws Exception {
        List<Member> members =
                Stream.concat(
                                RecipeGenerator.HOSTILE.stream(),
                                Stream.of(
                                        "default",
                                        "Quick",
                                        "quick",
                                        "quick-2",
                                        "quick+a=b",
                                        "quick-amd64",
                                        "${HOME}\"",
                                        "a\"]\ntarget \"b\" {",
                                        "é"))
                        .map(name ->
                                new Member(
                                        name,
                                        List.of(plan("quick", "amd64"), plan("quick", "arm64"))))
                        .toList();
        Map<String, String> texts = Bake.render(members, dialect);

        Map<String, Map<String, Object>> targets = blocks(texts, "target");
        Map<String, Map<String, Object>> groups = blocks(texts, "group");
        List<?> all = (List<?>) groups.get("default").get("targets");
        assertThat(all).hasSize(members.size()).doesNotHaveDuplicates();
        assertThat(targets).hasSize(members.size() * (dialect == Dialect.PORTABLE ? 2 : 1));
        for (Object name : all) {
            assertThat(targets.containsKey(name) ^ groups.containsKey(name))
                    .as("%s", name)
                    .isTrue();
        }
        assertThat(targets.values())
                .allSatisfy(target -> {
                    assertThat(texts).containsKey((String) target.get("dockerfile"));
                    assertThat(target)
                            .containsOnlyKeys("context", "dockerfile", "platforms", "tags");
                    assertThat((List<?>) target.get("tags"))
                            .allMatch(tag ->
                                    tag.toString().matches("pykiln:[a-z0-9][a-z0-9_-]{0,99}"));
                });
        assertThat(texts).hasSize(targets.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"", "${a}", "%{a}", "a\nb", "a\\", "A", "-a", "é"})
    void aTargetTakesNothingElseForAName(String bad) {
        assertThatThrownBy(() ->
                        new BakeFile(List.of(), List.of(new Target(bad, "f", List.of()))).text())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BakeFile(List.of(new Group(bad, List.of())), List.of()).text())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalPlansGiveEqualTexts() {
        List<Member> members = List.of(of("quick", "amd64", "arm64"), of("quick", "amd64"));

        assertThat(Bake.render(members, Dialect.BUILDKIT))
                .isEqualTo(Bake.render(members, Dialect.BUILDKIT))
                .containsKey("quick-2.Dockerfile");
    }

    private static Map<String, Object> block(Map<String, String> texts, String kind, String name)
            throws Exception {
        assertThat(blocks(texts, kind)).containsKey(name);
        return blocks(texts, kind).get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> blocks(Map<String, String> texts, String kind)
            throws Exception {
        Map<String, Object> read = new HCLParser().parse(texts.get(FILE));
        assertThat(Set.of("group", "target")).containsAll(read.keySet());
        return (Map<String, Map<String, Object>>) read.get(kind);
    }

    private static Member of(String preset, String... architectures) {
        return new Member(
                preset, Stream.of(architectures).map(name -> plan(preset, name)).toList());
    }

    private static BuildPlan plan(String preset, String architecture) {
        return Catalogue.plan(
                PRESETS.resolve(preset, List.of("architecture=" + architecture)).recipe());
    }
}
