package org.pykiln;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Pause;
import org.pykiln.bench.Session;
import org.pykiln.bench.SessionEvent;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.job.Job;
import org.pykiln.job.JobQueue;
import org.pykiln.job.JobState;
import org.pykiln.recipe.Catalogue;
import org.pykiln.testing.EngineTest;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.MeasureServices;
import org.pykiln.ui.common.MeasureServices.MeasureRequest;
import org.pykiln.ui.common.MeasureServices.Steering;
import org.pykiln.ui.common.MeasureServices.Subject;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Services;

/// Measuring from the window on a real engine: the host, a pause, a cancelled session and its end.
@EngineTest
class WindowMeasurementsEngineTest {
    private static final int UNITS = Mode.QUICK.rounds();

    @TempDir Path folder;

    @Test
    void anImageThatDoesNotRunIsPassedOver() throws Exception {
        RealPyKiln pykiln = new RealPyKiln(folder.resolve("home"));
        pykiln.run("build", "quick");
        String broken = "pykiln-test-broken:" + UUID.randomUUID();
        try (Engine engine = RealPyKiln.engine()) {
            engine.build(
                    RealPyKiln.request(
                            "FROM scratch\nLABEL %s=broken".formatted(Catalogue.RECIPE_LABEL),
                            broken),
                    event -> {},
                    new Cancellation());
            try {
                // of two workspaces one has a receipt to go by, and the other only tries
                RealPyKiln without = new RealPyKiln(folder.resolve("without-receipts"));
                for (RealPyKiln one : List.of(pykiln, without)) {
                    HostFacts host = one.window().measuring().host().orElseThrow();
                    assertThat(host.cpus()).hasSize(engine.facts().cpus());
                }
            } finally {
                engine.removeImage(broken);
            }
        }
    }

    @Test
    void looksPausesCancelsAndGoesOn() throws Exception {
        RealPyKiln pykiln = new RealPyKiln(folder.resolve("home"));
        pykiln.run("build", "quick");
        Services services = pykiln.window();
        MeasureServices measuring = services.measuring();

        HostFacts host = measuring.host().orElseThrow();
        try (Engine engine = RealPyKiln.engine()) {
            assertThat(host.cpus()).hasSize(engine.facts().cpus());
        }
        assertThat(host.load()).isPositive();

        Path session = folder.resolve("session");
        String cpu = host.cpus().getFirst().toString();
        BuiltImage image =
                services.images().images().stream()
                        .filter(one -> one.name().equals("quick"))
                        .findFirst()
                        .orElseThrow();
        MeasureRequest request =
                new MeasureRequest(
                        List.of(new Subject.OfImage(image)),
                        image.name(),
                        List.of("nbody"),
                        Mode.QUICK,
                        Optional.empty(),
                        1,
                        new Limits(Optional.of(cpu), 1L << 30),
                        session);
        Pause pause = new Pause();
        CountDownLatch paused = new CountDownLatch(1);
        List<SessionEvent> events = new ArrayList<>();
        Consumer<SessionEvent> listener =
                event -> {
                    events.add(event);
                    if (event instanceof SessionEvent.UnitStarted) {
                        pause.ask();
                    } else if (event instanceof SessionEvent.Paused) {
                        paused.countDown();
                    }
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            JobQueue queue = new JobQueue(threads, InstantSource.system());
            Job<Path> job =
                    queue.submit(
                            "measure",
                            context ->
                                    measuring.measure(
                                            request, new Steering(pause, listener), context));
            assertThat(paused.await(120, TimeUnit.SECONDS)).as("%s", job.problem()).isTrue();
            queue.cancel(job);
        }
        assertThat(Session.open(session).plan().memoryBytes()).isEqualTo(1L << 30);
        Unfinished left = measuring.unfinished().getFirst();
        assertThat(left.folder()).isEqualTo(session);
        assertThat(left.measured()).isEqualTo(1);
        assertThat(left.wanted()).isEqualTo(UNITS);

        List<SessionEvent> later = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            JobQueue queue = new JobQueue(threads, InstantSource.system());
            Job<Path> job =
                    queue.submit(
                            "go on",
                            context ->
                                    measuring.resume(
                                            session,
                                            new Steering(new Pause(), later::add),
                                            context));
            threads.shutdown();
            threads.awaitTermination(120, TimeUnit.SECONDS);
            assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.SUCCEEDED);
        }
        assertThat(later)
                .filteredOn(event ->
                        event instanceof SessionEvent.UnitFinished(var unit, double mean)
                                && unit.round() <= UNITS)
                .hasSize(UNITS - 1);
        assertThat(measuring.unfinished()).isEmpty();
    }
}
