package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.engine.Engine;
import org.pykiln.engine.Labels;
import org.pykiln.testing.EngineTest;

/// Wheels that are compiled in a real image, and a recipe that installs from them.
@EngineTest
class WheelsEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private RealPyKiln pykiln;
    private Path requirements;
    private Path wheelhouse;

    @BeforeEach
    void setUp() throws IOException {
        pykiln = new RealPyKiln(folder.resolve("home"));
        requirements = folder.resolve("requirements.txt");
        wheelhouse = folder.resolve("wheelhouse");
    }

    @ParameterizedTest
    @CsvSource({"quick, manylinux", "libc-experiment-musl, musllinux"})
    void aRecipeInstallsWhatWasCompiledForIt(String preset, String platform) throws IOException {
        Files.writeString(requirements, "markupsafe==3.0.2\nsix==1.17.0\n");
        RealPyKiln.Ran wheels = wheels(preset, "--no-binary", "markupsafe");
        assertThat(wheels.code()).as(wheels.err()).isZero();
        assertThat(wheels.out().lines())
                .hasSize(2)
                .anyMatch(
                        line -> line.matches("wheels/markupsafe-3.0.2-.*-" + platform + ".*[.]whl"))
                .anyMatch(line -> line.matches("wheels/six-1.17.0-.*-any[.]whl"));
        assertNothingIsLeft();

        List<String> said =
                wheels.err().lines().map(String::strip).filter(l -> l.startsWith("--set")).toList();
        assertThat(said).hasSize(2);
        RealPyKiln.Ran build =
                pykiln.run(
                        "build",
                        preset,
                        "--json",
                        "--set",
                        value(said.getFirst()),
                        "--set",
                        value(said.getLast()));

        assertThat(build.code()).as(build.err()).isZero();
        List<JsonNode> proofs = JSON.readTree(build.out()).path("proofs").valueStream().toList();
        assertThat(proofs)
                .filteredOn(proof -> proof.path("knob").asText().equals("packages"))
                .hasSize(3)
                .allMatch(proof -> proof.path("holds").asBoolean());
    }

    @Test
    void aRequirementThatCannotBeCompiledLeavesNothing() throws IOException {
        Files.writeString(requirements, "pycurl==7.45.6\n");
        RealPyKiln.Ran wheels = wheels("quick", "--no-binary", "pycurl");

        assertThat(wheels.code()).isEqualTo(1);
        assertThat(wheels.err()).contains("--build-package");
        assertThat(wheelhouse).doesNotExist();
        assertNothingIsLeft();
    }

    private RealPyKiln.Ran wheels(String preset, String... options) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "wheels",
                                preset,
                                "-r",
                                requirements.toString(),
                                "-o",
                                wheelhouse.toString()));
        words.addAll(List.of(options));
        return pykiln.run(words.toArray(String[]::new));
    }

    private static String value(String option) {
        return option.replaceFirst("^--set ", "").replace("\"", "");
    }

    private static void assertNothingIsLeft() {
        try (Engine engine = RealPyKiln.engine()) {
            assertThat(engine.images(Map.of(Labels.WHEELS, ""))).isEmpty();
            assertThat(engine.containers(Map.of(Labels.WHEELS, ""))).isEmpty();
        }
    }
}
