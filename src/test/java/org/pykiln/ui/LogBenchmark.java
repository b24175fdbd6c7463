package org.pykiln.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Toolkit;

/// How long a shown window takes to show a log of 200,000 lines that comes as fast as it can, and
/// then to find in it; how long a task for the window's thread has to wait meanwhile at most, and
/// how much of such a wait that thread worked: on a machine that does something else it waits too.
/// Not a test: a machine that does something else would fail it.
///
/// `src/test/scripts/window-benchmark.sh LogBenchmark -Xmx2g`
final class LogBenchmark {
    private static final int LINES = 200_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private Studio studio;
    private long window;
    private Stage stage;

    public static void main(String[] arguments) throws Exception {
        new LogBenchmark().measure();
        System.exit(0);
    }

    private LogBenchmark() {
        Toolkit.run(() -> {
            studio =
                    new Studio(
                            new FakeServices(Path.of("target", "log-benchmark")).all(),
                            new FakeDialogs(),
                            new PlatformScheduler(),
                            elsewhere,
                            InstantSource.system());
            stage = new Stage();
            stage.setScene(MainWindow.scene(studio, new Themes(), 960, 720));
            stage.show();
            studio.start();
            studio.shell.show(Section.BUILDS);
            window = Thread.currentThread().threadId();
        });
    }

    private void measure() throws Exception {
        System.out.printf("%,d lines; the first round warms up%n", LINES);
        for (int round = 1; round <= ROUNDS; round++) {
            int number = round;
            Platform.runLater(() -> studio.jobs.log().find().query().set(""));
            CountDownLatch begin = new CountDownLatch(1);
            run("round " + number + ", job in the view", () -> submit(begin), this::isShown);
            run("round " + number + ", all lines in the view", begin::countDown, this::isAllThere);
            run(
                    "round " + number + ", found in all of them",
                    () -> studio.jobs.log().find().query().set("obj19"),
                    () -> studio.jobs.log().find().matches().get().endsWith(" of 11111"));
            run(
                    "round " + number + ", one step alone",
                    () -> {
                        studio.jobs.log().goTo(7);
                        studio.jobs.log().onlyStep().set(true);
                    },
                    () -> studio.jobs.log().lines().size() == LINES / 10 + 1);
        }
    }

    /// @param begin after the first line, when the others come
    private void submit(CountDownLatch begin) {
        studio.jobs.submit(
                "Build much",
                context -> {
                    context.log("building");
                    begin.await();
                    for (int i = 0; i < LINES; i++) {
                        if (i % (LINES / 10) == 0) {
                            context.step(i / (LINES / 10) + 1, 10, "RUN make part " + i);
                        }
                        context.log(
                                "gcc -c -fno-strict-overflow -Wsign-compare -DNDEBUG -O3 -Wall -std=c11 -I./Include/internal -o Objects/obj%d.o Objects/obj%d.c"
                                        .formatted(i, i));
                    }
                    return "image";
                },
                done -> {},
                problem -> {});
    }

    private boolean isShown() {
        return studio.jobs.log().lines().size() == 1;
    }

    /// The steps have a line each.
    private boolean isAllThere() {
        var lines = studio.jobs.log().lines();
        var job = studio.jobs.jobs().getFirst();
        return !job.isRunning()
                && !lines.isEmpty()
                && lines.getLast().number() == job.job().log().last();
    }

    private void run(String what, Runnable action, BooleanSupplier done) throws Exception {
        AtomicLong longest = new AtomicLong();
        AtomicLong busiest = new AtomicLong();
        AtomicBoolean finished = new AtomicBoolean();
        long begin = System.nanoTime();
        Platform.runLater(action);
        while (!finished.get()) {
            CountDownLatch ran = new CountDownLatch(1);
            long posted = System.nanoTime();
            long worked = THREADS.getThreadCpuTime(window);
            Platform.runLater(() -> {
                longest.accumulateAndGet(System.nanoTime() - posted, Math::max);
                busiest.accumulateAndGet(THREADS.getThreadCpuTime(window) - worked, Math::max);
                finished.set(done.getAsBoolean());
                ran.countDown();
            });
            if (!ran.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window does not answer");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        System.out.printf(
                "%-36s %5.0f ms, longest wait %4.0f ms, longest work %4.0f ms%n",
                what, (System.nanoTime() - begin) / 1e6, longest.get() / 1e6, busiest.get() / 1e6);
    }
}
