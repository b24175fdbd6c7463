package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.ExecRequest;
import org.pykiln.testing.EngineTest;

/// What a unit costs above the same worker process started by hand inside the same kind of
/// container. Not among the tests: run it with `mvn test -Dtest=UnitOverheadBenchmark`.
@EngineTest
final class UnitOverheadBenchmark {
    private static final int ROUNDS = 15;

    /// Starts the worker as pyperf's own manager does, and prints how long it took.
    private static final String BY_HAND =
            """
            import subprocess, sys, tempfile, time
            kit, loops = sys.argv[1:]
            script = kit + "/pyperformance/data-files/benchmarks/bm_nbody/run_benchmark.py"
            out = tempfile.mktemp()
            start = time.monotonic()
            subprocess.run([sys.executable, script, "--worker", "--worker-task=0",
                            "--loops", loops, "--warmups", "1", "--values", "3", "-o", out],
                           env={"PYTHONPATH": kit}, check=True, stdout=subprocess.DEVNULL)
            print(time.monotonic() - start)
            """;

    @TempDir Path folder;

    private final List<Double> units = new ArrayList<>();
    private final List<Double> byHand = new ArrayList<>();
    private long loops;
    private long start;

    @Test
    void isSmall() {
        try (Engine engine = Trial.engine()) {
            PlannedImage image = Trial.plain(engine);
            SessionPlan plan =
                    new SessionPlan(
                            "overhead",
                            Kit.HASH,
                            1,
                            List.of(image),
                            List.of("nbody"),
                            ROUNDS,
                            1,
                            3,
                            100,
                            Optional.empty(),
                            0,
                            Optional.empty());
            try (MeasuringContainers other = new MeasuringContainers(engine, plan, warning -> {})) {
                other.start(image);
                new SessionRunner(
                                engine,
                                new NativeOnly(engine, new EngineArchitectures()),
                                Trial.KIT,
                                FakeLayers.EMPTY,
                                Trial.WORKSPACE)
                        .run(
                                Session.create(folder, plan),
                                event -> hear(event, engine, other.of(image.name())),
                                new Cancellation());
            }
            // the least of each: what other work on this computer adds is not what is asked
            double unit = Collections.min(units);
            double hand = Collections.min(byHand);
            System.out.printf(
                    "One unit of nbody takes %.3f s, by hand %.3f s%n%s%n%s%n",
                    unit, hand, units, byHand);
            assertThat(unit - hand).isLessThan(0.5);
        }
    }

    private void hear(SessionEvent event, Engine engine, String container) {
        switch (event) {
            case SessionEvent.Calibrated calibrated -> loops = calibrated.loops();
            case SessionEvent.UnitStarted started -> start = System.nanoTime();
            case SessionEvent.UnitFinished finished -> {
                units.add((System.nanoTime() - start) / 1e9);
                List<String> command =
                        List.of("python3", "-c", BY_HAND, KitVolume.PATH, Long.toString(loops));
                ExecRequest request = new ExecRequest(command, Map.of(), "/tmp");
                String printed = engine.exec(container, request, new Cancellation()).stdout();
                byHand.add(Double.valueOf(printed.strip()));
            }
            default -> {}
        }
    }
}
