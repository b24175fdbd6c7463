package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;
import org.pykiln.testing.EngineTest;

/// Guards pyperf's worker interface, which is internal to pyperf, and what is built on it, against
/// a real engine, a real interpreter and the real kit.
@EngineTest
final class SessionContractTest {
    @TempDir Path folder;

    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();
    private final List<SessionEvent> events = new ArrayList<>();

    private SessionPlan plan(List<PlannedImage> images, String benchmarks, int rounds) {
        return new SessionPlan(
                "contract",
                Kit.HASH,
                7,
                images,
                catalogue.select(List.of(benchmarks)).stream().map(Datapoint::name).toList(),
                rounds,
                1,
                2,
                5,
                java.util.Optional.of("1"),
                512L << 20,
                Optional.empty());
    }

    @Test
    void twoImagesYieldSuitesThatPyperfAccepts() throws Exception {
        try (Engine engine = Trial.engine()) {
            List<PlannedImage> images = List.of(Trial.plain(engine), Trial.jemalloc(engine));
            Session session =
                    Session.create(folder, plan(images, "deepcopy,python_startup,json_loads", 2));
            SessionResult result =
                    new SessionRunner(
                                    engine,
                                    new NativeOnly(engine, new EngineArchitectures()),
                                    Trial.KIT,
                                    FakeLayers.EMPTY,
                                    Trial.WORKSPACE)
                            .run(session, events::add, new Cancellation());

            assertThat(result.failures()).isEmpty();
            assertThat(result.suites().keySet()).containsExactly("plain", "jemalloc");
            assertThat(result.suites().get("plain").names())
                    .containsExactlyInAnyOrder(
                            "deepcopy",
                            "deepcopy_reduce",
                            "deepcopy_memo",
                            "python_startup",
                            "json_loads");
            assertThat(result.samples().get("jemalloc").get("json_loads"))
                    .extracting(ProcessMean::round)
                    .containsExactly(1, 2);
            theImagesEnvironmentReachedTheWorkers(result);
            loopsAreTheSameOnBothImages(result);
            memoryIsKnownWithoutMeasuringAnew(result);
            pyperfAccepts(session);
            assertThat(engine.containers(Map.of(Labels.SESSION, "contract"))).isEmpty();
            assertThat(events).anyMatch(event -> event instanceof SessionEvent.HostInspected);

            int units =
                    events.stream()
                            .filter(SessionEvent.UnitFinished.class::isInstance)
                            .toList()
                            .size();
            assertThat(units).isEqualTo(session.plan().unitCount());
            SessionResult again =
                    new SessionRunner(
                                    engine,
                                    new NativeOnly(engine, new EngineArchitectures()),
                                    Trial.KIT,
                                    FakeLayers.EMPTY,
                                    Trial.WORKSPACE)
                            .run(session.withRounds(3), events::add, new Cancellation());
            assertThat(again.samples().get("plain").get("deepcopy")).hasSize(3);
            assertThat(events.stream().filter(SessionEvent.UnitFinished.class::isInstance))
                    .hasSize(units / 2 * 3);
        }
    }

    private static void memoryIsKnownWithoutMeasuringAnew(SessionResult result) {
        assertThat(runs(result, "plain"))
                .allSatisfy(run -> {
                    String peak = run.metadata().has("command") ? "command_max_rss" : "mem_max_rss";
                    long own = run.metadata().integer(peak).orElseThrow();
                    long container =
                            run.metadata().integer(UnitMetadata.CONTAINER_PEAK).orElseThrow();
                    assertThat(own).isBetween(4_000_000L, 200_000_000L);
                    assertThat(container).isGreaterThan(1_000_000L);
                    run.metadata()
                            .integer(UnitMetadata.CHILDREN_PEAK)
                            .ifPresent(child -> assertThat(child).isGreaterThan(own));
                });
    }

    private static void theImagesEnvironmentReachedTheWorkers(SessionResult result) {
        assertThat(runs(result, "plain"))
                .allSatisfy(run -> {
                    assertThat(run.metadata().text(UnitMetadata.LD_PRELOAD)).contains("unset");
                    assertThat(run.metadata().text(UnitMetadata.ALLOCATOR_MAPPED)).contains("none");
                    assertThat(run.metadata().text(UnitMetadata.MALLOC_FROM)).contains("libc");
                    assertThat(run.metadata().text(UnitMetadata.HASH_SEED)).contains("random");
                    assertThat(run.metadata().text(UnitMetadata.LIBC).orElseThrow())
                            .startsWith("glibc 2.");
                    assertThat(run.metadata().text("hostname")).contains("pykiln");
                    assertThat(run.metadata().text("cpu_affinity")).contains("1");
                });
        assertThat(runs(result, "jemalloc"))
                .allSatisfy(run -> {
                    assertThat(run.metadata().text(UnitMetadata.PYTHONMALLOC)).contains("malloc");
                    assertThat(run.metadata().text(UnitMetadata.LD_PRELOAD))
                            .contains("libjemalloc.so.2");
                    assertThat(run.metadata().text(UnitMetadata.ALLOCATOR_MAPPED))
                            .contains("jemalloc");
                    assertThat(run.metadata().text(UnitMetadata.MALLOC_FROM))
                            .contains("libjemalloc.so.2");
                });
    }

    private static List<PerfRun> runs(SessionResult result, String image) {
        PerfSuite suite = result.suites().get(image);
        assertThat(suite).isNotNull();
        return suite.benchmarks().stream().flatMap(bench -> bench.runs().stream()).toList();
    }

    private static void loopsAreTheSameOnBothImages(SessionResult result) {
        for (String name : result.suites().get("plain").names()) {
            assertThat(
                            Stream.of("plain", "jemalloc")
                                    .flatMap(image -> runs(result, image).stream())
                                    .filter(run -> run.name().orElseThrow().equals(name))
                                    .map(PerfRun::loops)
                                    .distinct())
                    .hasSize(1);
        }
    }

    private static void pyperfAccepts(Session session) throws Exception {
        String plain = session.suiteFile("plain").toString();
        String jemalloc = session.suiteFile("jemalloc").toString();
        assertThat(Trial.pyperf("show", plain)).contains("Mean +- std dev").endsWith("exit 0");
        assertThat(Trial.pyperf("check", plain)).endsWith("exit 0");
        assertThat(Trial.pyperf("stats", plain)).contains("Number of run").endsWith("exit 0");
        assertThat(Trial.pyperf("metadata", plain)).contains("pykiln_image: plain");
        assertThat(Trial.pyperf("compare_to", "--table", "-v", plain, jemalloc))
                .contains("Benchmarks with tag 'serialize':")
                .contains("All benchmarks:")
                .endsWith("exit 0");
    }

    /// The environment has to reach what a benchmark starts, or python_startup would measure an
    /// image that nobody built: here every Python but the measured one's parents starts slowly.
    @Test
    void theImagesEnvironmentReachesChildrenOfWorkers() throws Exception {
        try (Engine engine = Trial.engine()) {
            PlannedImage slow =
                    Trial.image(
                            engine,
                            "slow-start",
                            """
                            RUN mkdir /slow && echo 'import time; time.sleep(0.3)' \
                             > /slow/sitecustomize.py
                            ENV PYTHONPATH=/slow
                            """);
            Session session = Session.create(folder, plan(List.of(slow), "python_startup", 1));
            SessionResult result =
                    new SessionRunner(
                                    engine,
                                    new NativeOnly(engine, new EngineArchitectures()),
                                    Trial.KIT,
                                    FakeLayers.EMPTY,
                                    Trial.WORKSPACE)
                            .run(session, events::add, new Cancellation());
            assertThat(result.failures()).isEmpty();
            assertThat(result.samples().get("slow-start").get("python_startup").getFirst().mean())
                    .isGreaterThan(0.3);
        }
    }

    @Test
    void cancellingInTheMiddleOfAUnitLeavesNoContainer() throws Exception {
        try (Engine engine = Trial.engine()) {
            Cancellation cancellation = new Cancellation();
            SessionPlan plan = plan(List.of(Trial.plain(engine)), "mdp", 1);
            Session session = Session.create(folder, plan);
            long[] cancelled = {0};
            Consumer<SessionEvent> listener =
                    event -> {
                        if (event instanceof SessionEvent.Progress) {
                            Thread.ofVirtual()
                                    .start(() -> {
                                        LockSupport.parkNanos(1_000_000_000L);
                                        cancelled[0] = System.nanoTime();
                                        cancellation.cancel();
                                    });
                        }
                    };
            assertThatThrownBy(() ->
                            new SessionRunner(
                                            engine,
                                            new NativeOnly(engine, new EngineArchitectures()),
                                            Trial.KIT,
                                            FakeLayers.EMPTY,
                                            Trial.WORKSPACE)
                                    .run(session, listener, cancellation))
                    .isInstanceOf(CancellationException.class);
            assertThat((System.nanoTime() - cancelled[0]) / 1e9).isLessThan(20);
            assertThat(engine.containers(Map.of(Labels.SESSION, plan.id()))).isEmpty();
            assertThat(session.result().suites()).isEmpty();
        }
    }

    @Test
    void aWorkerThatHangsEndsItself() throws Exception {
        try (Engine engine = Trial.engine()) {
            SessionPlan plan = plan(List.of(Trial.plain(engine)), "nbody", 1);
            Session session = Session.create(folder, plan);
            new SessionRunner(
                            engine,
                            new NativeOnly(engine, new EngineArchitectures()),
                            Trial.KIT,
                            FakeLayers.EMPTY,
                            Trial.WORKSPACE)
                    .run(session, event -> {}, new Cancellation());
            try (MeasuringContainers containers =
                    new MeasuringContainers(engine, plan, warning -> {})) {
                containers.start(plan.baseline());
                ExecRequest hanging =
                        ExecRequest.of(
                                "python3",
                                KitVolume.PATH + "/unit.py",
                                "1",
                                "",
                                KitVolume.PATH
                                        + "/pyperformance/data-files/benchmarks/bm_nbody/"
                                        + "run_benchmark.py",
                                "--worker",
                                "--worker-task=0",
                                "--loops=100000",
                                "--warmups=0",
                                "--values=1");
                ExecResult result =
                        engine.exec(containers.of("plain"), hanging, new Cancellation());
                assertThat(result.exitCode()).isEqualTo(142);
            }
        }
    }
}
