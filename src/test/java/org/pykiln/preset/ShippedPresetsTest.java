package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.knob.BaseKnob;

class ShippedPresetsTest {
    private static final Path FOLDER = Path.of("presets");

    private final PresetLibrary library = new PresetLibrary(Path.of("no-such-folder"));

    static Stream<KnownPreset> shipped() {
        return new PresetLibrary(Path.of("no-such-folder")).shipped().stream();
    }

    @Test
    void namesArePublic() {
        assertThat(shipped().map(KnownPreset::name))
                .containsExactly(
                        "quick",
                        "debian-o2",
                        "debian-o3",
                        "official-slim",
                        "official-alpine",
                        "alpine-distro",
                        "ha-2020",
                        "gcc-fastest",
                        "clang-fastest",
                        "jit",
                        "ha-2026",
                        "libc-experiment-glibc",
                        "libc-experiment-musl",
                        "musl-fastest",
                        "debian-distro",
                        "pbs-like",
                        "free-threaded",
                        "smallest");
    }

    @Test
    void indexListsEveryPresetOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names =
                    files.map(file -> "presets/" + file.getFileName())
                            .filter(name -> !name.endsWith("index.json"))
                            .filter(name -> !name.endsWith("schema.json"))
                            .toList();
            assertThat(shipped().map(KnownPreset::label))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void fileIsNamedLikeThePresetAndWrittenAsPyKilnWrites(KnownPreset known) throws IOException {
        Path file = Path.of(known.label());
        assertThat(file).hasFileName(known.name() + ".json");
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualTo(PresetFile.text(known.preset()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hasNoErrorsAndSaysWhatItIs(KnownPreset known) {
        assertThat(Catalogue.hasErrors(known.preset().recipe())).isFalse();
        assertThat(known.preset().description()).hasSizeGreaterThan(60);
        assertThat(known.preset().description())
                .as("says where it comes from")
                .containsPattern(
                        "\\b(From|from|What (docker-library|Home Assistant|python-build-standalone)|Home Assistant's|PyKiln's own)\\b");
        assertThat(known.preset().tags()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void warnsInItsDescriptionWhereNobodyHasBuiltIt(KnownPreset known) {
        Family family = known.preset().recipe().get(BaseKnob.BASE).family();
        boolean built = family == Family.DEBIAN || family == Family.DEBIAN_MUSL;
        assertThat(known.preset().description().contains("Rendered, not built")).isEqualTo(!built);
        assertThat(Catalogue.check(known.preset().recipe()).stream().map(Finding::code).toList())
                .matches(codes -> codes.contains("rendered-not-built") != built);
    }

    @Test
    void firstExperimentDiffersInOneKnob() {
        assertThat(
                        Catalogue.difference(
                                library.find("debian-o2").preset().recipe(),
                                library.find("debian-o3").preset().recipe()))
                .extracting(Knob::id)
                .containsExactly("opt-level");
    }
}
