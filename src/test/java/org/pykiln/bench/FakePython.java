package org.pykiln.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;
import org.pykiln.testing.FakeEngine;

/// Answers like Python with the kit, in containers of a [FakeEngine].
final class FakePython {
    static final long LOOPS = 64;

    private static final BenchmarkCatalogue CATALOGUE = BenchmarkCatalogue.shipped();

    final FakeEngine engine = new FakeEngine();

    /// How often each datapoint was measured on each image, as `image/datapoint`.
    final Map<String, Integer> measured = new ConcurrentHashMap<>();

    final Map<String, Integer> calibrated = new ConcurrentHashMap<>();

    /// Runs before each worker process, and may throw.
    Consumer<Datapoint> before = datapoint -> {};

    /// Replaces the end of a worker process, by image id and datapoint.
    java.util.function.BiFunction<String, Datapoint, Optional<ExecResult>> instead =
            (image, datapoint) -> Optional.empty();

    /// What a worker says of its host.
    Supplier<String> host = () -> "{}";

    /// Layer that each datapoint was measured with.
    final Map<String, String> layers = new ConcurrentHashMap<>();

    /// Extension modules that a worker has loaded, as JSON strings.
    String extensions = "";

    String python = "3.13.5";
    String platform = "Linux";

    /// Of the host before the first unit.
    double load = 0.1;

    private boolean kitFilled;

    FakePython() {
        engine.onExec(this::exec);
    }

    PlannedImage image(String name) {
        return image(name, "amd64");
    }

    PlannedImage image(String name, String architecture) {
        String id = "sha256:" + name;
        engine.withImage(
                new ImageFacts(
                        id,
                        List.of(name + ":latest"),
                        1,
                        architecture,
                        Map.of(),
                        List.of(),
                        List.of(id)));
        return new PlannedImage(name, name + ":latest", id);
    }

    private ExecResult exec(
            FakeEngine.FakeContainer container, ExecRequest request, Cancellation cancellation) {
        List<String> command = request.command();
        if (command.contains(KitLock.resource("probe.py"))) {
            return new ExecResult(0, probe(), "");
        }
        if (command.contains(KitLock.resource("fill.py"))) {
            kitFilled = true;
            return new ExecResult(0, "", "");
        }
        return worker(container.request().image(), command);
    }

    private String probe() {
        return """
        {"python": "%s", "implementation": "CPython", "kit": "%s", "compiled": %s,
         "libc": "glibc 2.41", "malloc_from": "libc", "load": %s, "cpus": [0, 1],
         "usable_cpus": [0, 1], "cpu_model": "Fake", "governor": "", "turbo": "",
         "virtualised": false, "checked": {"platform": "%s"}}
        """
                .formatted(python, kitFilled ? Kit.HASH : "", kitFilled, load, platform);
    }

    private ExecResult worker(String image, List<String> command) {
        Datapoint datapoint = datapoint(command);
        layers.put(datapoint.name(), command.get(3));
        before.accept(datapoint);
        Optional<ExecResult> other = instead.apply(image, datapoint);
        if (other.isPresent()) {
            return other.get();
        }
        boolean calibration = command.contains("--calibrate-loops");
        String key = image.replace("sha256:", "") + "/" + datapoint.name();
        (calibration ? calibrated : measured).merge(key, 1, Integer::sum);
        return new ExecResult(0, report(datapoint, command, calibration), "");
    }

    private Datapoint datapoint(List<String> command) {
        String folder = command.get(4).replaceAll(".*/(bm_[^/]+)/run_benchmark.py", "$1");
        int worker = command.indexOf("--worker");
        List<String> options = command.subList(5, worker);
        int task = Integer.parseInt(command.get(worker + 1).replace("--worker-task=", ""));
        return CATALOGUE.all().stream()
                .filter(point ->
                        point.folder().equals(folder)
                                && point.options().equals(options)
                                && point.task() == task)
                .findFirst()
                .orElseThrow();
    }

    private String report(Datapoint datapoint, List<String> command, boolean calibration) {
        String loops = calibration ? Long.toString(LOOPS) : after(command, "--loops");
        int values = Integer.parseInt(after(command, "--values"));
        String run =
                calibration
                        ? "{\"warmups\": [[%s, 0.5]]}".formatted(loops)
                        : "{\"values\": [%s]}"
                                .formatted(
                                        String.join(
                                                ", ",
                                                java.util.Collections.nCopies(values, "0.25")));
        String metadata =
                "{\"name\": \"%s\", \"loops\": %s, \"unit\": \"second\", \"platform\": \"%s\"%s}"
                        .formatted(
                                datapoint.name(),
                                loops,
                                platform,
                                calibration ? ", \"calibrate_loops\": " + loops : "");
        return String.format(
                Locale.ROOT,
                "noise of a benchmark\n==pykiln-unit==\n%s\n%s\n",
                ("{\"environment\": {}, \"libraries\": [\"libc.so.6\"], \"load\": 0.5,"
                                + " \"memory\": {\"container_peak\": 20000000},"
                                + " \"extensions\": [%s], \"host\": %s}")
                        .formatted(extensions, host.get()),
                "{\"version\": \"1.0\", \"benchmarks\": [{\"runs\": [%s]}], \"metadata\": %s}"
                        .formatted(run, metadata));
    }

    private static String after(List<String> command, String option) {
        return command.get(command.indexOf(option) + 1);
    }
}
