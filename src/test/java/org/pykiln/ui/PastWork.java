package org.pykiln.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// What somebody has done before the window is looked at.
enum PastWork {
    EMPTY,
    FULL,
    NO_ENGINE;

    Studio studio(Path folder, ManualScheduler fx) {
        FakeServices services = new FakeServices(folder);
        services.hasEngine = this != NO_ENGINE;
        services.breaksProof = true;
        if (this == FULL) {
            services.unfinished.add(
                    new Unfinished(
                            Path.of("sessions", "a"),
                            List.of("official-slim", "musl-fastest", "gcc-fastest"),
                            1040,
                            9168));
        }
        Studio studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        fx.run();
        if (this == FULL) {
            studio.builds.build();
            studio.results.open(List.of(Path.of("three")));
            fx.run();
            choose(studio, "lto", "thin");
            choose(studio, "architecture", "s390x");
            choose(studio, "allocator", "jemalloc");
        }
        return studio;
    }

    private static void choose(Studio studio, String id, String value) {
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals(id))
                .forEach(knob -> knob.choose(value));
    }
}
