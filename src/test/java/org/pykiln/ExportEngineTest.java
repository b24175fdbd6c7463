package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Engine;
import org.pykiln.testing.EngineTest;

/// What is exported builds without PyKiln, by Docker's own command, and PyKiln's proofs hold in it.
@EngineTest
class ExportEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TAG = "pykiln-test-export:" + ProcessHandle.current().pid();

    @TempDir Path folder;

    @Test
    void anExportedFolderBuildsByItself() throws Exception {
        RealPyKiln pykiln = new RealPyKiln(folder.resolve("home"));
        RealPyKiln.Ran build = pykiln.run("build", "quick", "--json");
        assertThat(build.code()).as(build.err()).isZero();
        Path exported = folder.resolve("exported");
        RealPyKiln.Ran export = pykiln.run("export", "quick", "--to", exported.toString());
        assertThat(export.code()).as(export.err()).isZero();

        try {
            docker("build", "--tag", TAG, exported.toString());
            RealPyKiln.Ran verify = pykiln.run("verify", TAG, "--json");

            assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
            assertThat(claims(JSON.readTree(verify.out())))
                    .containsAll(claims(JSON.readTree(build.out()).path("proofs")));
        } finally {
            docker("image", "rm", TAG);
        }
    }

    /// The same bytes, so the same image, and under the same name.
    @Test
    void theCommandThatIsCopiedMakesTheImageThatPyKilnMakes() throws Exception {
        RealPyKiln pykiln = new RealPyKiln(folder.resolve("home"));
        RealPyKiln.Ran build = pykiln.run("build", "quick", "--json");
        assertThat(build.code()).as(build.err()).isZero();
        JsonNode receipt = JSON.readTree(build.out());
        Path exported = folder.resolve("it's exported");
        RealPyKiln.Ran export =
                pykiln.run("export", "quick", "--command", "--to", exported.toString());
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).contains("--tag " + receipt.path("image").asText());

        String said = run("sh", "-c", export.out());

        assertThat(said).contains("Using cache");
        assertThat(
                        run(
                                        "docker",
                                        "image",
                                        "inspect",
                                        "--format",
                                        "{{.Id}}",
                                        receipt.path("image").asText())
                                .strip())
                .isEqualTo(receipt.path("digest").asText());
    }

    private static List<String> claims(JsonNode proofs) {
        List<String> claims = new ArrayList<>();
        for (JsonNode proof : proofs) {
            assertThat(proof.path("holds").asBoolean()).as("%s", proof).isTrue();
            claims.add(proof.path("knob").asText() + ": " + proof.path("claim").asText());
        }
        assertThat(claims).isNotEmpty();
        return claims;
    }

    private static void docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    /// With the classic builder: BuildKit has a cache of its own, and would compile all of it
    /// again.
    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DOCKER_BUILDKIT", "0");
        builder.environment().remove("DOCKER_CONTEXT");
        try (Engine engine = RealPyKiln.engine()) {
            builder.environment().put("DOCKER_HOST", engine.facts().endpoint());
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
