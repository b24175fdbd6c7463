package org.pykiln.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.pyperf.PerfBenchmark;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.pyperf.PerfSuite;

/// Runs pyperf worker processes in the containers of a session.
final class Worker {
    /// How a worker process ended.
    sealed interface Outcome {}

    record Measured(PerfSuite suite, PerfRun run) implements Outcome {}

    record Failed(String message, String log) implements Outcome {}

    /// A shell's way of saying that a process was ended by the signals KILL and ALRM.
    private static final int KILLED = 128 + 9;

    private static final int OUT_OF_TIME = 128 + 14;

    private final Engine engine;
    private final MeasuringContainers containers;
    private final SessionPlan plan;
    private final Map<String, Probe> probes;
    private final Layers layers;

    Worker(
            Engine engine,
            MeasuringContainers containers,
            SessionPlan plan,
            Map<String, Probe> probes,
            Layers layers) {
        this.engine = engine;
        this.containers = containers;
        this.plan = plan;
        this.probes = Map.copyOf(probes);
        this.layers = layers;
    }

    /// Finds how many loop iterations make a value long enough.
    Outcome calibrate(String image, Datapoint datapoint, Cancellation cancellation) {
        List<String> options = List.of("--calibrate-loops", "--warmups", "1", "--values", "1");
        return run(image, datapoint, options, Map.of(), cancellation);
    }

    Outcome measure(BenchUnit unit, Datapoint datapoint, long loops, Cancellation cancellation) {
        List<String> options =
                List.of(
                        "--loops",
                        Long.toString(loops),
                        "--warmups",
                        Integer.toString(plan.warmups()),
                        "--values",
                        Integer.toString(plan.values()));
        Map<String, Object> place =
                Map.of(
                        UnitMetadata.ROUND,
                        (long) unit.round(),
                        UnitMetadata.POSITION,
                        (long) unit.position());
        Outcome outcome = run(unit.image(), datapoint, options, place, cancellation);
        if (outcome instanceof Measured(PerfSuite suite, PerfRun run)
                && (run.values().size() != plan.values() || run.loops() != loops)) {
            return new Failed(
                    "The worker measured %d values of %d loops instead of %d of %d."
                            .formatted(run.values().size(), run.loops(), plan.values(), loops),
                    "");
        }
        return outcome;
    }

    private Outcome run(
            String image,
            Datapoint datapoint,
            List<String> options,
            Map<String, Object> place,
            Cancellation cancellation) {
        long limit = Eta.limitSeconds(plan, datapoint);
        ExecRequest request =
                new ExecRequest(command(image, datapoint, options, limit), Map.of(), "/tmp");
        ExecResult result;
        try {
            result = engine.exec(containers.of(image), request, cancellation);
        } catch (EngineException failed) {
            if (!(failed.problem() instanceof EngineProblem.ContainerMissing)) {
                throw failed;
            }
            containers.restart(planned(image));
            return new Failed(
                    "The container ended while the unit ran.", failed.problem().message());
        }
        String log = Logs.tail(result.stdout(), result.stderr());
        if (!result.succeeded()) {
            return new Failed(reason(result, limit), log);
        }
        try {
            return measured(image, datapoint, ReportJson.worker(result.stdout()), place);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Failed("The worker's result: " + unreadable.getMessage(), log);
        }
    }

    private List<String> command(
            String image, Datapoint datapoint, List<String> options, long limit) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("python3", KitVolume.PATH + "/unit.py", Long.toString(limit)));
        command.add(layers.of(image, datapoint).map(Layer::path).orElse(""));
        command.add(
                KitVolume.PATH + "/" + Kit.BENCHMARKS + datapoint.folder() + "/run_benchmark.py");
        command.addAll(datapoint.options());
        command.addAll(List.of("--worker", "--worker-task=" + datapoint.task()));
        command.addAll(options);
        command.addAll(List.of("--min-time", Double.toString(plan.minTimeMillis() / 1000.0)));
        return command;
    }

    private static String reason(ExecResult result, long limit) {
        return switch (result.exitCode()) {
            case OUT_OF_TIME -> "The worker took longer than %d seconds.".formatted(limit);
            case KILLED -> "The worker was killed, probably for want of memory.";
            default ->
                    "The worker ended with exit code %d: %s"
                            .formatted(result.exitCode(), Logs.lastLine(result.stderr()));
        };
    }

    private Measured measured(
            String image, Datapoint datapoint, WorkerReport report, Map<String, Object> place)
            throws IOException {
        PerfRun run =
                Journal.onlyRun(report.suite(), datapoint.name())
                        .with(facts(image, report))
                        .with(layerFacts(image, datapoint, report))
                        .with(place)
                        .with("performance_version", Kit.pyperformanceVersion())
                        .with("tags", datapoint.tags());
        return new Measured(PerfSuite.of(new PerfBenchmark(List.of(run))), run);
    }

    private Map<String, Object> facts(String image, WorkerReport report) {
        PlannedImage planned = planned(image);
        Probe probe = Objects.requireNonNull(probes.get(image), image);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(UnitMetadata.SESSION, plan.id());
        facts.put(UnitMetadata.KIT, plan.kit());
        facts.put(UnitMetadata.IMAGE, planned.name());
        facts.put(UnitMetadata.VARIANT, planned.variant());
        facts.put(UnitMetadata.IMAGE_REFERENCE, planned.reference());
        facts.put(UnitMetadata.IMAGE_ID, planned.id());
        facts.put(UnitMetadata.LIBC, probe.libc());
        facts.put(UnitMetadata.MALLOC_FROM, probe.mallocFrom());
        facts.put(UnitMetadata.ALLOCATOR_MAPPED, report.mappedAllocator());
        facts.put(UnitMetadata.PYTHONMALLOC, report.variable("PYTHONMALLOC"));
        facts.put(UnitMetadata.LD_PRELOAD, report.variable("LD_PRELOAD"));
        facts.put(UnitMetadata.HASH_SEED, report.variable("PYTHONHASHSEED"));
        facts.put(UnitMetadata.LOAD_BEFORE, report.load());
        facts.putAll(report.memory());
        facts.putAll(report.host());
        return facts;
    }

    private Map<String, Object> layerFacts(String image, Datapoint datapoint, WorkerReport report) {
        return layers.of(image, datapoint)
                .map(layer ->
                        Map.<String, Object>of(
                                UnitMetadata.LAYER,
                                layer.hash(),
                                UnitMetadata.EXTENSIONS,
                                report.loadedExtensions()))
                .orElse(Map.of());
    }

    private PlannedImage planned(String image) {
        return plan.images().stream()
                .filter(candidate -> candidate.name().equals(image))
                .findFirst()
                .orElseThrow();
    }
}
