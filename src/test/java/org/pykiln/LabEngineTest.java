package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Engine;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.testing.EngineTest;

/// The whole job on a real engine, through the code of `./pykiln`: minutes where the engine has the
/// compile in its cache, some more where it has not.
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path folder;
    private RealPyKiln pykiln;
    private RealPyKiln.Ran build;
    private RealPyKiln.Ran lab;

    @BeforeAll
    void buildsAndMeasures(@TempDir Path empty) throws IOException {
        folder = empty;
        pykiln = new RealPyKiln(folder.resolve("home"));
        build = pykiln.run("build", "quick", "--json");
        lab =
                pykiln.run(
                        "lab",
                        "quick",
                        "quick+pymalloc=off",
                        "--quick",
                        "-b",
                        "nbody,pidigits",
                        "-o",
                        results().toString());
    }

    @Test
    void everyProofOfTheImageHolds() throws IOException {
        assertThat(build.code()).as(build.err()).isZero();
        JsonNode proofs = JSON.readTree(build.out()).path("proofs");
        assertThat(proofs).isNotEmpty().allMatch(proof -> proof.path("holds").asBoolean());
    }

    @Test
    void theSecondImageRepeatsNoCompile() {
        assertThat(lab.code()).as(lab.err()).isZero();
        assertThat(lab.err()).contains("built before and proven");
        List<String> told = lab.err().lines().toList();
        List<Integer> scripts = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).matches(" *step .* RUN .*")) {
                scripts.add(i);
            }
        }
        assertThat(scripts)
                .hasSizeGreaterThan(4)
                .allSatisfy(i -> assertThat(told.get(i + 1)).contains("(cached)"));
    }

    @Test
    void theFolderHoldsWhatCameOut() throws IOException {
        assertThat(lab.code()).as(lab.err()).isZero();
        assertThat(results())
                .isDirectoryContaining(file -> file.endsWith("lab.json"))
                .isDirectoryContaining(file -> file.endsWith("report.html"))
                .isDirectoryContaining(file -> file.endsWith("comparison.md"))
                .isDirectoryContaining(file -> file.endsWith("comparison.csv"));
        for (String name : List.of("quick", "quick+pymalloc=off")) {
            var suite = PerfJson.read(results().resolve(name + ".json"));
            assertThat(suite.benchmarks()).hasSize(2);
            assertThat(results().resolve("receipts").resolve(name + ".json")).exists();
        }
        JsonNode analysis = JSON.readTree(results().resolve("analysis.json").toFile());
        assertThat(analysis.path("baseline").asText()).isEqualTo("quick");
        assertThat(analysis.path("candidates").path(0).path("rows")).hasSize(2);
        assertThat(lab.out()).contains("nbody", "pidigits", "geometric mean");
    }

    @Test
    void startedAgainItRepeatsNothing() {
        RealPyKiln.Ran again =
                pykiln.run(
                        "lab",
                        "quick",
                        "quick+pymalloc=off",
                        "--quick",
                        "-b",
                        "nbody,pidigits",
                        "-o",
                        results().toString());

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("step ");
        assertThat(again.out()).isEqualTo(lab.out());
    }

    @Test
    void noContainerIsLeft() {
        try (Engine engine = RealPyKiln.engine()) {
            assertThat(engine.containers(Map.of(Labels.OWNER, Owner.self().label()))).isEmpty();
        }
    }

    private Path results() {
        return folder.resolve("results");
    }
}
