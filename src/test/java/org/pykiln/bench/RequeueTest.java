package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.pyperf.PerfRun;
import org.pykiln.workspace.Workspace;

/// The end of a session in which a neighbour disturbed some units.
final class RequeueTest {
    private static final int ROUNDS = 10;
    private static final String QUIET = "{\"other\": 0.01, \"seconds\": 1.5}";
    private static final String DISTURBED = "{\"other\": 0.4, \"seconds\": 1.5}";

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir Path folder;

    private final FakePython python = new FakePython();
    private final List<BenchUnit> finished = new ArrayList<>();
    private final List<SessionEvent> events = new ArrayList<>();
    private int workers;

    @BeforeEach
    void aNeighbourIsBusyDuringTheSixthUnit() {
        python.host = () -> ++workers == 1 + 6 ? DISTURBED : QUIET;
    }

    private SessionPlan plan(String... datapoints) {
        return new SessionPlan(
                "session",
                Kit.HASH,
                42,
                List.of(python.image("a"), python.image("b")),
                List.of(datapoints),
                ROUNDS,
                1,
                3,
                100,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private Session session(SessionPlan plan) {
        return Session.create(folder.resolve("session"), plan);
    }

    private SessionResult run(Session session) {
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        return new SessionRunner(
                        python.engine,
                        new NativeOnly(python.engine, new EngineArchitectures()),
                        FakeKit.in(workspace),
                        FakeLayers.EMPTY,
                        workspace)
                .run(
                        session,
                        event -> {
                            events.add(event);
                            if (event
                                    instanceof
                                    SessionEvent.UnitFinished(BenchUnit unit, double mean)) {
                                finished.add(unit);
                            }
                        },
                        new Cancellation());
    }

    @Test
    void aDisturbedRoundIsMeasuredAgainOnAllImagesAndStaysVisible() throws IOException {
        SessionResult result = run(session(plan("nbody").withRequeue()));

        // the sixth unit is of the third round
        assertThat(python.measured).isEqualTo(Map.of("a/nbody", 11, "b/nbody", 11));
        assertThat(finished.subList(20, 22))
                .allSatisfy(unit -> assertThat(unit.round()).isEqualTo(Requeue.extra(3)));
        for (String image : List.of("a", "b")) {
            assertThat(result.samples().get(image).get("nbody"))
                    .extracting(ProcessMean::round)
                    .hasSize(ROUNDS)
                    .doesNotContain(3)
                    .contains(Requeue.extra(3));
            List<PerfRun> runs =
                    PerfJson.read(folder.resolve("session").resolve(image + ".json"))
                            .benchmarks()
                            .getFirst()
                            .valueRuns();
            assertThat(runs).hasSize(ROUNDS + 1);
            assertThat(runs.get(2).metadata().text(UnitMetadata.DISTURBED))
                    .contains("other processes had 40 % of its CPU");
            assertThat(runs.getLast().metadata().integer(UnitMetadata.STANDS_FOR)).hasValue(3);
            assertThat(runs.getLast().metadata().number(UnitMetadata.SECONDS)).hasValue(1.5);
        }
        assertThat(result.warnings())
                .anySatisfy(warning ->
                        assertThat(warning)
                                .startsWith("nbody was disturbed in 1 round (round 3: other"));
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void disturbancesAreToldAsTheyComeAndTheDecisionWhenItIsMade() {
        // of the seventh round: before the fifth nothing is known of what is usual
        python.host = () -> ++workers == 1 + 13 ? DISTURBED : QUIET;
        run(session(plan("nbody").withRequeue()));

        SessionEvent.Disturbed disturbed =
                events.stream()
                        .filter(SessionEvent.Disturbed.class::isInstance)
                        .map(SessionEvent.Disturbed.class::cast)
                        .reduce((one, other) -> fail("two disturbances"))
                        .orElseThrow();
        assertThat(disturbed.unit().round()).isEqualTo(7);
        assertThat(disturbed.sign()).isEqualTo("other processes had 40 % of its CPU");
        assertThat(events)
                .filteredOn(SessionEvent.Requeued.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((SessionEvent.Requeued) event).requeue().rounds())
                                .isEqualTo(1));
    }

    @Test
    void aPlanWithoutItMeasuresItsRoundsAlone() {
        SessionResult result = run(session(plan("nbody")));
        assertThat(python.measured).isEqualTo(Map.of("a/nbody", 10, "b/nbody", 10));
        assertThat(result.samples().get("a").get("nbody")).hasSize(ROUNDS);
        assertThat(folder.resolve("session/requeue.json")).doesNotExist();
    }

    @Test
    void itIsDecidedOnce() {
        Session session = session(plan("nbody").withRequeue());
        // whatever is measured after the rounds of the plan is disturbed too
        python.host = () -> ++workers == 7 || workers > 21 ? DISTURBED : QUIET;
        run(session);
        SessionResult result = run(Session.open(session.folder()));
        assertThat(python.measured).isEqualTo(Map.of("a/nbody", 11, "b/nbody", 11));
        assertThat(result.samples().get("a").get("nbody")).hasSize(ROUNDS);
    }

    @Test
    void aQuietSessionNeedsNothingMore() throws IOException {
        python.host = () -> QUIET;
        Session session = session(plan("nbody").withRequeue());
        run(session);
        python.engine.die();
        run(Session.open(session.folder()));
        assertThat(python.measured).isEqualTo(Map.of("a/nbody", 10, "b/nbody", 10));
        assertThat(RequeueJson.read(Files.readString(session.folder().resolve("requeue.json"))))
                .isEqualTo(new Requeue(ROUNDS, new TreeMap<>()));
    }

    @Test
    void moreRoundsAreLookedAtOnTheirOwn() {
        Session session = session(plan("nbody").withRequeue());
        run(session);
        workers = 100;
        python.host = () -> ++workers == 101 ? DISTURBED : QUIET;
        SessionResult result = run(session.withRounds(20));
        // ten more and one in place of the first of them
        assertThat(python.measured).isEqualTo(Map.of("a/nbody", 22, "b/nbody", 22));
        assertThat(result.samples().get("b").get("nbody"))
                .extracting(ProcessMean::round)
                .hasSize(20)
                .contains(Requeue.extra(3), Requeue.extra(11))
                .doesNotContain(3, 11);
    }

    @Test
    void aKillAnywhereLosesNothing() {
        for (int kill = 0; kill < 26; kill++) {
            Session session =
                    Session.create(folder.resolve("s" + kill), plan("nbody").withRequeue());
            python.measured.clear();
            finished.clear();
            workers = 0;
            int[] left = {kill};
            python.before =
                    datapoint -> {
                        if (left[0]-- == 0) {
                            throw new Killed();
                        }
                    };
            boolean killed = kill < 23;
            if (killed) {
                assertThatThrownBy(() -> run(session)).isInstanceOf(Killed.class);
            }
            SessionResult result = run(Session.open(session.folder()));
            assertThat(finished).doesNotHaveDuplicates().hasSize(22);
            assertThat(python.measured).isEqualTo(Map.of("a/nbody", 11, "b/nbody", 11));
            assertThat(result.samples().get("a").get("nbody")).hasSize(ROUNDS);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var rounds = new TreeMap<>(Map.of(3, "a \"reason\"", 12, "another"));
        var requeue = new Requeue(20, new TreeMap<>(Map.of("nbody", rounds)));
        assertThat(RequeueJson.read(RequeueJson.text(requeue))).isEqualTo(requeue);
        for (String text :
                List.of("", "{}", "[]", "{\"judged\": 1, \"disturbed\": {\"x\": {\"y\": \"\"}}}")) {
            assertThatThrownBy(() -> RequeueJson.read(text)).isInstanceOf(IOException.class);
        }
    }
}
