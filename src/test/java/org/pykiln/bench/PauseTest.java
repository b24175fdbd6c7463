package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.workspace.Workspace;

/// Sessions that are paused, and what becomes of their units.
@Timeout(60)
final class PauseTest {
    private static final int ROUNDS = 4;
    private static final int UNITS = 2 * 3 * ROUNDS;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir Path folder;

    private final FakePython python = new FakePython();
    private final List<SessionEvent> events = new ArrayList<>();
    private final Map<BenchUnit, Integer> finished = new HashMap<>();
    private Workspace workspace;
    private Session session;

    @BeforeEach
    void plan() {
        workspace = new Workspace(folder.resolve("workspace"));
        SessionPlan plan =
                new SessionPlan(
                        "session",
                        Kit.HASH,
                        42,
                        List.of(python.image("a"), python.image("b")),
                        List.of("nbody", "float", "telco"),
                        ROUNDS,
                        1,
                        2,
                        100,
                        Optional.empty(),
                        0,
                        Optional.empty());
        session = Session.create(folder.resolve("session"), plan);
    }

    private void run(Pause pause, Cancellation cancellation, Consumer<SessionEvent> listener) {
        new SessionRunner(
                        python.engine,
                        new NativeOnly(python.engine, new EngineArchitectures()),
                        FakeKit.in(workspace),
                        FakeLayers.EMPTY,
                        workspace)
                .run(
                        Session.open(session.folder()),
                        pause,
                        event -> {
                            events.add(event);
                            if (event
                                    instanceof
                                    SessionEvent.UnitFinished(BenchUnit unit, double mean)) {
                                finished.merge(unit, 1, Integer::sum);
                            }
                            listener.accept(event);
                        },
                        cancellation);
    }

    private static void elsewhere(Runnable action) {
        Thread.ofVirtual().start(action);
    }

    private void requireEachUnitOnce() {
        assertThat(finished).hasSize(UNITS);
        assertThat(finished.values()).allMatch(times -> times == 1);
        assertThat(python.measured).hasSize(6);
        assertThat(python.measured.values()).allMatch(times -> times == ROUNDS);
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void theUnitThatRunsEndsFirst() {
        Pause pause = new Pause();
        python.before = datapoint -> pause.ask();
        run(
                pause,
                new Cancellation(),
                event -> {
                    if (event instanceof SessionEvent.Paused) {
                        elsewhere(pause::end);
                    }
                });
        requireEachUnitOnce();
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i) instanceof SessionEvent.Paused) {
                assertThat(events.get(i - 1)).isInstanceOf(SessionEvent.Progress.class);
                assertThat(events.get(i + 1)).isInstanceOf(SessionEvent.Resumed.class);
            }
        }
        // every unit but the last asks for a pause before the next one
        assertThat(events).filteredOn(SessionEvent.Paused.class::isInstance).hasSize(UNITS - 1);
    }

    @Test
    void nothingIsMeasuredInAPauseThatBeganBeforeTheSession() {
        Pause pause = new Pause();
        pause.ask();
        run(
                pause,
                new Cancellation(),
                event -> {
                    if (event instanceof SessionEvent.Paused) {
                        assertThat(python.calibrated).isEmpty();
                        elsewhere(pause::end);
                    }
                });
        requireEachUnitOnce();
    }

    @Test
    void aPausedSessionIsCancelledAndKeepsWhatItHas() throws IOException {
        Pause pause = new Pause();
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() ->
                        run(
                                pause,
                                cancellation,
                                event -> {
                                    if (finished.size() == 7) {
                                        pause.ask();
                                    }
                                    if (event instanceof SessionEvent.Paused) {
                                        elsewhere(cancellation::cancel);
                                    }
                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(finished).hasSize(7);
        assertThat(session.measuredUnits()).isEqualTo(7);
        assertThat(session.isFinished()).isFalse();
        assertThat(session.suiteFile("a")).exists();
        assertThat(python.engine.left()).isEmpty();

        run(new Pause(), new Cancellation(), event -> {});
        requireEachUnitOnce();
        assertThat(session.isFinished()).isTrue();
    }

    @Test
    void aPausedSessionThatIsKilledGoesOnFromItsJournal() {
        Pause pause = new Pause();
        assertThatThrownBy(() ->
                        run(
                                pause,
                                new Cancellation(),
                                event -> {
                                    if (finished.size() == 5) {
                                        pause.ask();
                                    }
                                    if (event instanceof SessionEvent.Paused) {
                                        throw new Killed();
                                    }
                                }))
                .isInstanceOf(Killed.class);
        events.clear();
        run(new Pause(), new Cancellation(), event -> {});
        requireEachUnitOnce();
        assertThat(events)
                .filteredOn(SessionEvent.Begun.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((SessionEvent.Begun) event).earlier()).hasSize(5));
    }

    /// Pauses asked for, ended and cancelled at random moments, from this thread and another.
    @Test
    void noUnitIsLostOrRepeatedWhateverHappensToThePause() {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 200 && finished.size() < UNITS; attempt++) {
            Pause pause = new Pause();
            Cancellation cancellation = new Cancellation();
            try {
                run(
                        pause,
                        cancellation,
                        event -> {
                            if (event instanceof SessionEvent.Paused) {
                                boolean cancels = random.nextInt(4) == 0;
                                elsewhere(cancels ? cancellation::cancel : pause::end);
                            } else if (random.nextInt(3) == 0) {
                                pause.ask();
                            }
                        });
            } catch (CancellationException stopped) {
                assertThat(python.engine.left()).isEmpty();
            }
        }
        assertThat(events).filteredOn(SessionEvent.Paused.class::isInstance).hasSizeGreaterThan(5);
        requireEachUnitOnce();
    }
}
