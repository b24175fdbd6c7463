package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.testing.EngineTest;

/// PyKiln's own benchmarks with the real pyperformance, and in a container.
@EngineTest
final class OwnBenchmarksContractTest {
    private static final Path MANIFEST =
            Path.of("src", "main", "resources", "org", "pykiln", "bench", "own", "MANIFEST")
                    .toAbsolutePath();

    @TempDir Path folder;

    private static List<String> names(String benchmark) {
        return BenchmarkCatalogue.shipped().benchmark(benchmark).orElseThrow().datapoints().stream()
                .map(Datapoint::name)
                .toList();
    }

    @Test
    void allocRunsInAContainer() {
        try (Engine engine = Trial.engine()) {
            SessionPlan plan =
                    new SessionPlan(
                            "own",
                            Kit.HASH,
                            7,
                            List.of(Trial.plain(engine)),
                            names("alloc"),
                            1,
                            0,
                            1,
                            1,
                            Optional.empty(),
                            512L << 20,
                            Optional.empty());
            SessionResult result =
                    new SessionRunner(
                                    engine,
                                    new NativeOnly(engine, new EngineArchitectures()),
                                    Trial.KIT,
                                    FakeLayers.EMPTY,
                                    Trial.WORKSPACE)
                            .run(Session.create(folder, plan), event -> {}, new Cancellation());
            assertThat(result.failures()).isEmpty();
            assertThat(result.samples().get("plain").keySet())
                    .containsExactlyInAnyOrderElementsOf(names("alloc"));
        }
    }

    @Test
    void pyperformanceListsAndRunsThem() throws Exception {
        Trial.engine().close();
        install();
        Path both = folder.resolve("MANIFEST");
        Files.writeString(both, "[includes]\n<default>\n" + MANIFEST + "\n");
        assertThat(run("pyperformance", "list", "--manifest", both.toString()))
                .contains("- nbody\n", "- alloc\n");
        assertThat(run("pyperformance", "list_groups", "--manifest", MANIFEST.toString()))
                .contains("allocator (1):\n- alloc\n", "pykiln (2):\n- alloc\n- homeassistant\n");

        Path results = folder.resolve("results.json");
        run(
                "pyperformance",
                "run",
                "--manifest",
                MANIFEST.toString(),
                "-b",
                "alloc",
                "--debug-single-value",
                "-o",
                results.toString());
        assertThat(PerfJson.parse("results", Files.readString(results)).names())
                .containsExactlyElementsOf(names("alloc"));
    }

    /// pyperformance has to be unpacked, or it does not find its own manifest.
    private void install() throws Exception {
        List<String> pip = new ArrayList<>(List.of("pip", "install", "--quiet", "--target"));
        pip.add(folder.resolve("site").toString());
        Trial.KIT.wheels().forEach(wheel -> pip.add(wheel.toAbsolutePath().toString()));
        run(pip.toArray(String[]::new));
    }

    /// Runs a module of this computer's Python, which sees what was installed.
    private String run(String... module) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "-m"));
        command.addAll(List.of(module));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", folder.resolve("site").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
