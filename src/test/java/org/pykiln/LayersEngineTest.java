package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.LayerStore;
import org.pykiln.bench.UnitMetadata;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.testing.EngineTest;
import org.pykiln.workspace.Workspace;

/// Benchmarks with third-party packages on a real image: one of pure Python, one whose package has
/// no wheel and is compiled.
@EngineTest
class LayersEngineTest {
    @TempDir Path folder;

    @Test
    void packagesAreMadeOnceAndMeasuredWithoutANetwork() throws IOException {
        Path home = folder.resolve("home");
        RealPyKiln pykiln = new RealPyKiln(home);
        try {
            RealPyKiln.Ran ran = bench(pykiln, "one");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err()).contains("compiling coverage: repair");
            assertThat(extensions("one", "coverage")).isEqualTo(Optional.of("coverage.tracer"));
            assertThat(extensions("one", "chameleon")).isEqualTo(Optional.of("none"));

            RealPyKiln.Ran again = bench(pykiln, "two");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.err()).doesNotContain("Fetching the packages", "compiling");
            assertThat(LayerStore.hashes(new Workspace(home))).hasSize(2);
        } finally {
            removeVolumes(home);
        }
        try (Engine engine = RealPyKiln.engine()) {
            assertThat(engine.containers(Map.of(Labels.OWNER, Owner.self().label()))).isEmpty();
        }
    }

    private RealPyKiln.Ran bench(RealPyKiln pykiln, String session) {
        return pykiln.run(
                "bench",
                "quick",
                "--quick",
                "-b",
                "coverage,chameleon",
                "-o",
                folder.resolve(session).toString());
    }

    private Optional<String> extensions(String session, String datapoint) throws IOException {
        Path suite = folder.resolve(session).resolve("quick.json");
        assertThat(Files.exists(suite)).isTrue();
        List<Optional<String>> loaded =
                PerfJson.read(suite).benchmarks().stream()
                        .filter(benchmark -> benchmark.name().equals(datapoint))
                        .map(PerfBenchmark::valueRuns)
                        .flatMap(List::stream)
                        .map(run -> run.metadata().text(UnitMetadata.EXTENSIONS))
                        .distinct()
                        .toList();
        assertThat(loaded).hasSize(1);
        return loaded.getFirst();
    }

    /// But not those that a session of somebody else is using.
    private static void removeVolumes(Path home) throws IOException {
        try (Engine engine = RealPyKiln.engine()) {
            for (String layer : LayerStore.hashes(new Workspace(home))) {
                for (String volume : engine.volumes(Map.of(Labels.LAYER, layer))) {
                    try {
                        engine.removeVolume(volume);
                    } catch (EngineException inUse) {
                        continue;
                    }
                }
            }
        }
    }
}
