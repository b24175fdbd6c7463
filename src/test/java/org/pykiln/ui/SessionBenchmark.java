package org.pykiln.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.pykiln.job.JobContext;
import org.pykiln.report.ChartKind;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.Toolkit;

/// What the window holds on to while a session is measured: the events of as many minutes as are
/// asked for, one after the other without waiting. Of each minute: 60 units with their progress and
/// ten lines of log each, results read anew every other second and drawn as one kind of chart after
/// the other, and a person who looks at every section. Prints heap after collection and resident
/// memory, and what they gain in an hour. Not a test: it takes minutes.
///
/// `src/test/scripts/window-benchmark.sh SessionBenchmark -Xmx1g [MINUTES]`
final class SessionBenchmark {
    private static final int UNITS = 60;
    private static final int LINES = 10;

    /// Memory after a number of minutes of the session, in megabytes.
    private record Seen(int minute, double heap, double resident) {}

    private final int minutes;
    private final FakeServices services = new FakeServices(Path.of("target", "session-benchmark"));
    private final Studio studio =
            new Studio(
                    services.all(),
                    new FakeDialogs(),
                    new PlatformScheduler(),
                    Executors.newVirtualThreadPerTaskExecutor(),
                    InstantSource.system());
    private final List<Seen> seen = new ArrayList<>();

    private SessionBenchmark(int minutes) {
        this.minutes = minutes;
    }

    public static void main(String[] arguments) {
        int minutes = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        SessionBenchmark benchmark = new SessionBenchmark(minutes);
        Toolkit.run(() -> {
            Stage stage = new Stage();
            stage.setScene(MainWindow.scene(benchmark.studio, new Themes(), 960, 900));
            stage.show();
            benchmark.studio.start();
            benchmark.studio.jobs.submit(
                    "Measure", benchmark::session, done -> benchmark.print(), failed -> {});
        });
    }

    private int session(JobContext context) throws Exception {
        for (int minute = 0; minute <= minutes; minute++) {
            if (minute > 0) {
                minute(context, minute);
            }
            if (minute % 5 == 0) {
                weigh(minute);
            }
        }
        return minutes;
    }

    private void minute(JobContext context, int minute) throws Exception {
        for (int unit = 0; unit < UNITS; unit++) {
            context.progress((minute - 1.0 + unit / (double) UNITS) / minutes);
            context.status("unit %d of %d".formatted(minute * UNITS + unit, minutes * UNITS));
            for (int line = 0; line < LINES; line++) {
                context.log("minute %d, unit %d: line %d".formatted(minute, unit, line));
            }
            if (unit % 2 == 0) {
                look(
                        ChartKind.values()[unit / 2 % ChartKind.values().length],
                        Section.values()[unit / 4 % Section.values().length],
                        unit % 4 == 0 ? "two" : "three");
            }
        }
    }

    /// Opening reads and draws the same as following does, and follows no clock.
    private void look(ChartKind kind, Section section, String session) throws InterruptedException {
        Results before = studio.results.results().get();
        Toolkit.run(() -> {
            studio.navigation.show(Section.RESULTS);
            studio.results.open(List.of(Path.of(session)));
        });
        while (studio.results.results().get() == before) {
            Thread.sleep(1);
        }
        Toolkit.run(() -> {
            if (studio.charts.kinds().contains(kind)) {
                studio.charts.kind().set(kind);
            }
        });
        Toolkit.run(() -> studio.navigation.show(section));
    }

    private void weigh(int minute) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        double resident =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                        .findFirst()
                        .orElseThrow();
        seen.add(new Seen(minute, heap, resident));
        System.out.printf("minute %3d: heap %.1f MB, resident %.0f MB%n", minute, heap, resident);
    }

    /// The first twelfth, in which classes are still loaded and compiled, is left out of the slope.
    private void print() {
        List<Seen> settled = seen.stream().filter(one -> one.minute() * 12 >= minutes).toList();
        System.out.printf(
                "gained in an hour: heap %+.1f MB, resident %+.1f MB%n",
                60
                        * slope(
                                settled.stream()
                                        .map(one -> new double[] {one.minute(), one.heap()})
                                        .toList()),
                60
                        * slope(
                                settled.stream()
                                        .map(one -> new double[] {one.minute(), one.resident()})
                                        .toList()));
        System.exit(0);
    }

    /// Of the line by least squares.
    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (double[] point : points) {
            above += (point[0] - x) * (point[1] - y);
            below += (point[0] - x) * (point[0] - x);
        }
        return above / below;
    }
}
