package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.bench.Kit;
import org.pykiln.cli.PykilnCommand;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.source.Distfiles;
import org.pykiln.testing.EngineTest;
import org.pykiln.workspace.Workspace;

/// The whole job on a real engine, through the code of `./pykiln`: minutes where the engine has the
/// compile in its cache, some more where it has not.
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Ran(int code, String out, String err) {}

    private Path folder;
    private Wiring wiring;
    private Ran build;
    private Ran lab;

    @BeforeAll
    void buildsAndMeasures(@TempDir Path empty) throws IOException {
        folder = empty;
        Workspace usual = Workspace.ofThisUser();
        Workspace own = new Workspace(folder.resolve("home"));
        wiring = new Wiring(own, withDistfilesOf(usual));
        takeKit(usual, own);
        build = run("build", "quick", "--json");
        lab =
                run(
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
        assertThat(build.code).as(build.err).isZero();
        JsonNode proofs = JSON.readTree(build.out).path("proofs");
        assertThat(proofs).isNotEmpty().allMatch(proof -> proof.path("holds").asBoolean());
    }

    @Test
    void theSecondImageRepeatsNoCompile() {
        assertThat(lab.code).as(lab.err).isZero();
        assertThat(lab.err).contains("built before and proven");
        List<String> told = lab.err.lines().toList();
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
        assertThat(lab.code).as(lab.err).isZero();
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
        assertThat(lab.out).contains("nbody", "pidigits", "geometric mean");
    }

    @Test
    void startedAgainItRepeatsNothing() {
        Ran again =
                run(
                        "lab",
                        "quick",
                        "quick+pymalloc=off",
                        "--quick",
                        "-b",
                        "nbody,pidigits",
                        "-o",
                        results().toString());

        assertThat(again.code).as(again.err).isZero();
        assertThat(again.err).doesNotContain("step ");
        assertThat(again.out).isEqualTo(lab.out);
    }

    @Test
    void noContainerIsLeft() {
        try (Engine engine = engine()) {
            assertThat(engine.containers(Map.of(Labels.OWNER, Owner.self().label()))).isEmpty();
        }
    }

    /// Each image is the proven one with something changed about it, or about what it says it is.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    another allocator by environment | pymalloc  | ENV PYTHONMALLOC=malloc
                    a debugging allocator            | pymalloc  | ENV PYTHONMALLOC=debug
                    a level that was not compiled    | opt-level | LABEL org.pykiln.knob.opt-level=-O3
                    LTO that was not used            | lto       | LABEL org.pykiln.knob.lto=full
                    PGO that was not used            | pgo       | LABEL org.pykiln.knob.pgo=on
                    evidence that is gone            | opt-level | RUN rm -r /usr/local/share/pykiln
                    evidence that was changed        | opt-level | RUN sed -i s/-O2/-O3/g /usr/local/share/pykiln/compile-command
                    a library that is not there      | allocator | ENV LD_PRELOAD=/usr/local/lib/nothing.so%LABEL org.pykiln.knob.allocator=jemalloc
                    a version that it is not         | python    | LABEL org.pykiln.knob.python=3.14.6
                    a library that it does not have  | linking   | LABEL org.pykiln.knob.linking=shared
                    modules that were left out       | test-modules | LABEL org.pykiln.knob.test-modules=on
                    labels of two recipes            | recipe    | LABEL org.pykiln.recipe=0123456789abcdef
                    an interpreter that is broken    | python    | RUN rm -r /usr/local/lib/python3.13/encodings
                    """)
    void verifyNamesTheFraud(String what, String knob, String tampering) throws IOException {
        assertThat(build.code).as(build.err).isZero();
        String proven = JSON.readTree(build.out).path("image").asText();
        String tag = "pykiln-fraud:" + Long.toHexString(ProcessHandle.current().pid());
        try (Engine engine = engine()) {
            try {
                engine.build(
                        derived("FROM " + proven + "\n" + tampering.replace('%', '\n'), tag),
                        event -> {},
                        new Cancellation());

                Ran verify = run("verify", tag, "--json");

                assertThat(verify.code).as(verify.err).isEqualTo(1);
                List<String> failed = new ArrayList<>();
                for (JsonNode proof : JSON.readTree(verify.out)) {
                    if (!proof.path("holds").asBoolean()) {
                        failed.add(proof.path("knob").asText());
                    }
                }
                assertThat(failed).contains(knob);
            } finally {
                engine.removeImage(tag);
            }
        }
    }

    @Test
    void verifyFindsNothingWrongWithTheImageItself() throws IOException {
        assertThat(build.code).as(build.err).isZero();
        Ran verify = run("verify", JSON.readTree(build.out).path("image").asText());

        assertThat(verify.code).as(verify.out + verify.err).isZero();
        assertThat(verify.out.lines()).isNotEmpty().allMatch(line -> line.startsWith("  holds "));
    }

    private Path results() {
        return folder.resolve("results");
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                PykilnCommand.run(
                        wiring.commandContext(print(out), print(err), false, new Cancellation()),
                        arguments);
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Engine engine() {
        return new DockerDiscovery(Surroundings.ofThisMachine()).open();
    }

    private static BuildRequest derived(String dockerfile, String tag) {
        byte[] text = (dockerfile + "\n").getBytes(StandardCharsets.UTF_8);
        return new BuildRequest(
                out -> {
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
                    TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
                    entry.setSize(text.length);
                    tar.putArchiveEntry(entry);
                    tar.write(text);
                    tar.closeArchiveEntry();
                    tar.finish();
                },
                List.of(tag),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /// What this user or CI has downloaded already is not downloaded again.
    private static Map<String, String> withDistfilesOf(Workspace usual) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.merge(
                Distfiles.FOLDERS,
                usual.distfiles().toString(),
                (one, more) -> one + File.pathSeparator + more);
        return environment;
    }

    private static void takeKit(Workspace usual, Workspace own) throws IOException {
        new Kit(usual).fetch(line -> {}, new Cancellation());
        Files.createDirectories(own.kits());
        try (Stream<Path> wheels = Files.list(usual.kits())) {
            for (Path wheel : wheels.filter(file -> file.toString().endsWith(".whl")).toList()) {
                Files.copy(wheel, own.kits().resolve(wheel.getFileName()));
            }
        }
    }
}
