package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.testing.EngineTest;

@EngineTest
final class KitVolumeContractTest {
    private static final String NAME =
            "pykiln-kit-test-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private Engine engine;
    private PlannedImage image;
    private FilledVolume volume;
    private String container;

    @BeforeEach
    void emptyVolume() {
        engine = Trial.engine();
        image = Trial.plain(engine);
        volume = KitVolume.of(Trial.KIT, NAME);
        volume.create(engine);
        container =
                engine.start(
                        new ContainerRequest(
                                image.id(),
                                MeasuringContainers.IDLE,
                                "kit",
                                Map.of(),
                                Map.of(Labels.OWNER, Owner.self().label()),
                                Map.of(NAME, KitVolume.PATH),
                                false,
                                Optional.empty(),
                                0,
                                false,
                                Map.of()),
                        warning -> {});
    }

    @AfterEach
    void removeVolume() {
        engine.removeContainer(container);
        engine.removeVolume(NAME);
        engine.close();
    }

    private String python(String program) {
        ExecResult result =
                engine.exec(
                        container, ExecRequest.of("python3", "-c", program), new Cancellation());
        assertThat(result.stderr()).isEmpty();
        return result.stdout().strip();
    }

    private Probe probe() throws Exception {
        return ReportJson.probe(
                engine.exec(
                                container,
                                ExecRequest.of(
                                        "python3",
                                        "-c",
                                        KitLock.resource("probe.py"),
                                        KitVolume.PATH),
                                new Cancellation())
                        .stdout());
    }

    @Test
    void theCpusOfTheHostAreCounted() throws Exception {
        assertThat(probe().cpus()).hasSize(engine.facts().cpus());
    }

    private static final String COUNT =
            "import os\nprint(sum(len(f) for _, _, f in os.walk('/opt/pykiln/kit')))";

    @Test
    void whatAKillLeftIsFilledAgain() throws Exception {
        assertThat(probe().seesKit()).isFalse();
        FilledVolume.prepare(engine, image, List.of(volume), "test", new Cancellation());
        assertThat(probe().isReady()).isTrue();
        String files = python(COUNT);

        python(
                """
                import os
                os.unlink('/opt/pykiln/kit/.complete')
                os.unlink('/opt/pykiln/kit/pyperf/_worker.py')
                open('/opt/pykiln/kit/pyperf/_bench.py', 'w').close()
                open('/opt/pykiln/kit/.complete.tmp', 'w').close()
                """);
        assertThat(probe().isReady()).isFalse();
        FilledVolume.prepare(engine, image, List.of(volume), "test", new Cancellation());
        assertThat(probe().isReady()).isTrue();
        assertThat(python(COUNT)).isEqualTo(files);
    }

    @Test
    void severalMayFillItAtOnce() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                Callable<Void> fill =
                        () -> {
                            FilledVolume.prepare(
                                    engine, image, List.of(volume), "test", new Cancellation());
                            return null;
                        };
                all.add(threads.submit(fill));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(probe().isReady()).isTrue();
        assertThat(probe().checked()).containsKey("python_version");
    }

    @Test
    void nothingIsCompiledWhileMeasuring() throws Exception {
        FilledVolume.prepare(engine, image, List.of(volume), "test", new Cancellation());
        String times =
                """
                import os
                print(sorted((os.path.join(d, n), os.stat(os.path.join(d, n)).st_mtime_ns)
                      for d, _, f in os.walk('/opt/pykiln/kit') for n in f if n.endswith('.pyc')))
                """;
        String before = python(times);
        assertThat(before).contains("_worker.cpython");
        ExecResult unit =
                engine.exec(
                        container,
                        ExecRequest.of(
                                "python3",
                                KitVolume.PATH + "/unit.py",
                                "60",
                                "",
                                KitVolume.PATH
                                        + "/pyperformance/data-files/benchmarks/bm_2to3/"
                                        + "run_benchmark.py",
                                "--worker",
                                "--worker-task=0",
                                "--loops",
                                "1",
                                "--warmups",
                                "0",
                                "--values",
                                "1"),
                        new Cancellation());
        assertThat(unit.stderr()).isEmpty();
        assertThat(ReportJson.worker(unit.stdout()).suite().names()).containsExactly("2to3");
        assertThat(python(times)).isEqualTo(before);
    }
}
