package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.workspace.Workspace;

/// Stops sessions at random moments, in the worker or between two events, and resumes them until
/// they are done.
final class KillPointsTest {
    private static final int SESSIONS = 30;
    private static final int KILLS = 8;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir Path folder;

    @Test
    void noFinishedUnitIsLostOrRepeated() {
        Random random = new Random(5);
        int kills = 0;
        for (int number = 0; number < SESSIONS; number++) {
            kills += killAndResume(random, folder.resolve("" + number));
        }
        assertThat(kills).isGreaterThan(200);
    }

    private static int killAndResume(Random random, Path folder) {
        FakePython python = new FakePython();
        List<PlannedImage> images = List.of(python.image("a"), python.image("b"));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        SessionPlan plan =
                new SessionPlan(
                        "session",
                        Kit.HASH,
                        random.nextLong(),
                        images,
                        List.of("nbody", "float", "telco"),
                        4,
                        1,
                        2,
                        100,
                        Optional.empty(),
                        0,
                        Optional.empty());
        Session session = Session.create(folder.resolve("session"), plan);
        Map<BenchUnit, Integer> finished = new HashMap<>();
        int kills = 0;
        for (int attempt = 0; attempt <= KILLS; attempt++) {
            // 24 units, about three events each
            boolean inWorker = random.nextBoolean();
            int[] left = {attempt == KILLS ? Integer.MAX_VALUE : random.nextInt(inWorker ? 4 : 16)};
            Runnable moment =
                    () -> {
                        if (left[0]-- == 0) {
                            throw new Killed();
                        }
                    };
            python.before = inWorker ? datapoint -> moment.run() : datapoint -> {};
            try {
                new SessionRunner(
                                python.engine,
                                new NativeOnly(python.engine, new EngineArchitectures()),
                                FakeKit.in(workspace),
                                FakeLayers.EMPTY,
                                workspace)
                        .run(
                                Session.open(session.folder()),
                                event -> {
                                    if (event
                                            instanceof
                                            SessionEvent.UnitFinished(
                                                    BenchUnit unit,
                                                    double mean)) {
                                        finished.merge(unit, 1, Integer::sum);
                                    }
                                    if (!inWorker) {
                                        moment.run();
                                    }
                                },
                                new Cancellation());
            } catch (Killed now) {
                kills++;
            }
        }
        assertThat(finished).hasSize(plan.unitCount());
        assertThat(finished.values()).allMatch(times -> times == 1);
        assertThat(python.measured.values()).allMatch(times -> times == plan.rounds());
        assertThat(session.result().samples().values())
                .allSatisfy(of ->
                        assertThat(of.values()).allSatisfy(means -> assertThat(means).hasSize(4)));
        assertThat(python.engine.left()).isEmpty();
        return kills;
    }
}
