package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.GilKnob;
import org.pykiln.recipe.knob.PythonKnob;

final class LayerTest {
    private static final LayerTarget GLIBC =
            new LayerTarget("3.13.5", false, LayerLibc.GLIBC, "amd64");
    private static final LayerTarget MUSL =
            new LayerTarget("3.14.6", false, LayerLibc.MUSL, "arm64");

    static Stream<Benchmark> withPackages() {
        return BenchmarkCatalogue.shipped().benchmarks().stream().filter(Benchmark::needsPackages);
    }

    /// The lock says at least what the catalogue says, whoever the target is.
    @ParameterizedTest
    @MethodSource("withPackages")
    void everyBenchmarkWithPackagesHasALock(Benchmark benchmark) {
        LayerLock lock = LayerLock.of(benchmark.datapoints().getFirst().folder());
        for (LayerTarget target : List.of(GLIBC, MUSL)) {
            List<String> pinned =
                    lock.pins(target).stream()
                            .map(pin -> pin.requirement().replaceAll(" .*", ""))
                            .toList();
            assertThat(pinned)
                    .containsAll(
                            benchmark.requirements().stream()
                                    .map(needed -> needed.replaceAll("\\[.*\\]", ""))
                                    .toList());
        }
    }

    @Test
    void markersChooseAmongPins() {
        String hash = " --hash=sha256:" + "0".repeat(64);
        LayerLock lock =
                LayerLock.parse(
                        "bm_x",
                        "bm_x.txt",
                        "a==1 ; python_full_version < '3.14' \\\n   %s\n".formatted(hash)
                                + "a==2 ; python_full_version >= '3.14'"
                                + hash
                                + "\n"
                                + "b[c]==3"
                                + hash
                                + "\n");
        assertThat(lock.pins(GLIBC))
                .extracting(LayerLock.Pin::requirement)
                .containsExactly("a==1" + hash.replace(" --", "  --"), "b[c]==3" + hash);
        assertThat(lock.pins(MUSL)).extracting(LayerLock.Pin::project).containsExactly("a", "b");
        assertThatThrownBy(() -> LayerLock.parse("bm_x", "bm_x.txt", "a==1\n"))
                .hasMessage("bm_x.txt: not a pinned package: a==1");
    }

    @Test
    void wheelsAreChosenForTheTargetNotForThisComputer() {
        assertThat(GLIBC.pipOptions())
                .containsSubsequence("--python-version", "3.13", "--abi", "cp313", "--abi", "abi3")
                .contains("manylinux_2_17_x86_64", "manylinux2014_x86_64")
                .doesNotContain("musllinux_1_2_x86_64");
        assertThat(MUSL.pipOptions()).contains("musllinux_1_2_aarch64", "cp314");
        assertThat(new LayerTarget("3.14.6", true, LayerLibc.GLIBC, "amd64").pipOptions())
                .contains("cp314t")
                .doesNotContain("abi3");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.py, a/b.py",
        "x-1.data/purelib/a/b.py, a/b.py",
        "x-1.data/platlib/a.so, a.so",
        "x-1.data/scripts/run, ''",
        "x-1.data/headers/a.h, ''",
        "x-1.dist-info/METADATA, x-1.dist-info/METADATA",
    })
    void aWheelIsUnpackedAsPipDoes(String entry, String place) {
        assertThat(Layer.place(entry)).isEqualTo(place);
    }

    @Test
    void theOldestGlibcIsThatOfTheMostDemandingWheel() {
        assertThat(layer("a-1-py3-none-any.whl").glibc()).isEqualTo(OptionalInt.empty());
        assertThat(
                        layer(
                                        "a-1-cp313-cp313-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl",
                                        "b-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
                                .glibc())
                .hasValue(24);
    }

    private static Layer layer(String... wheels) {
        return new Layer("0".repeat(64), Stream.of(wheels).map(Path::of).toList());
    }

    @Test
    void whatCompilesDependsOnTheTargetAlone() throws LayerMissingException {
        var recipe = SourceWheels.recipe(GLIBC);
        assertThat(recipe.text(BaseKnob.BASE)).isEqualTo("debian:trixie-slim");
        assertThat(recipe.text(PythonKnob.PYTHON)).isEqualTo("3.13.5");
        assertThat(LayerLibc.of("glibc 2.36")).isEqualTo(LayerLibc.OLDER_GLIBC);
        assertThat(LayerLibc.of("glibc 2.41")).isEqualTo(LayerLibc.of("glibc 2.43"));
        assertThat(LayerLibc.of("musl 1.2.5")).isEqualTo(LayerLibc.MUSL);
        var musl = SourceWheels.recipe(new LayerTarget("3.14.99", true, LayerLibc.MUSL, "amd64"));
        assertThat(musl.text(BaseKnob.BASE)).isEqualTo("debian:trixie-slim+musl");
        assertThat(musl.text(PythonKnob.PYTHON)).startsWith("3.14.");
        assertThat(musl.get(GilKnob.GIL)).isFalse();
        assertThatThrownBy(() ->
                        SourceWheels.recipe(
                                new LayerTarget("3.9.1", false, LayerLibc.GLIBC, "amd64")))
                .hasMessage("PyKiln knows no source of Python 3.9 to compile with");
        assertThatThrownBy(() ->
                        SourceWheels.recipe(
                                new LayerTarget("3.13.5", false, LayerLibc.MUSL, "s390x")))
                .hasMessageContaining("not published for s390x");
    }

    @Test
    void markersOfATargetAreThoseOfItsInterpreter() {
        Map<String, String> markers = MUSL.markers();
        assertThat(markers)
                .containsEntry("python_version", "3.14")
                .containsEntry("platform_machine", "aarch64");
    }
}
