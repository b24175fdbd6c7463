package org.pykiln.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;

/// A session on the trial images, to be run and killed by hand.
final class TrialSession {
    private TrialSession() {}

    /// Arguments: folder, benchmarks, rounds, warm-ups, values, milliseconds, images (`plain`,
    /// `jemalloc`, or any reference).
    public static void main(String[] arguments) {
        BenchmarkCatalogue catalogue = BenchmarkCatalogue.shipped();
        try (Engine engine = Trial.engine()) {
            List<PlannedImage> images = new ArrayList<>();
            for (String name : arguments[6].split(",")) {
                images.addAll(
                        switch (name) {
                            case "jemalloc" -> List.of(Trial.jemalloc(engine));
                            case "plain" -> List.of(Trial.plain(engine));
                            default -> PlannedImage.all(engine, List.of(name));
                        });
            }
            SessionPlan plan =
                    new SessionPlan(
                            "trial",
                            Kit.HASH,
                            1,
                            images,
                            catalogue.select(List.of(arguments[1])).stream()
                                    .map(Datapoint::name)
                                    .toList(),
                            Integer.parseInt(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Integer.parseInt(arguments[4]),
                            Integer.parseInt(arguments[5]),
                            Optional.empty(),
                            0,
                            Optional.empty());
            long start = System.nanoTime();
            SessionResult result =
                    new SessionRunner(
                                    engine,
                                    new NativeOnly(engine, new EngineArchitectures()),
                                    Trial.KIT,
                                    FakeLayers.EMPTY,
                                    Trial.WORKSPACE)
                            .run(
                                    Session.create(Path.of(arguments[0]), plan),
                                    event ->
                                            System.out.printf(
                                                    "%.1f %s%n",
                                                    (System.nanoTime() - start) / 1e9, event),
                                    new Cancellation());
            result.failures().forEach(System.out::println);
            result.warnings().forEach(System.out::println);
        }
    }
}
