package org.pykiln.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pykiln.bench.BenchUnit;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Requeue;
import org.pykiln.bench.SessionEvent;
import org.pykiln.bench.SessionPlan;
import org.pykiln.stats.Verdict;

/// What a session says before its end.
class LiveSessionTest {
    private static final int ROUNDS = 6;

    private final LiveSession session = new LiveSession();

    private void begin() {
        List<PlannedImage> images =
                List.of(
                        new PlannedImage("slow", "slow", "sha256:1"),
                        new PlannedImage("quick", "quick", "sha256:2"));
        SessionPlan plan =
                new SessionPlan(
                        "live",
                        "kit",
                        1,
                        images,
                        List.of("nbody"),
                        ROUNDS,
                        1,
                        3,
                        100,
                        Optional.empty(),
                        0,
                        Optional.empty());
        session.accept(new SessionEvent.Begun(plan, List.of(), new Requeue(0, new TreeMap<>())));
    }

    /// The difference is a half, and each round is as sure of it as can be.
    private void measure(int round, int ended) {
        double noise = 1 + 0.001 * round;
        session.accept(
                new SessionEvent.UnitFinished(
                        new BenchUnit("slow", "nbody", round, 0), 0.2 * noise));
        session.accept(
                new SessionEvent.UnitFinished(
                        new BenchUnit("quick", "nbody", round, 0), 0.1 * noise));
        session.accept(new SessionEvent.Progress(ended, 2 * ROUNDS, Duration.ZERO));
    }

    private LiveLine line() {
        return session.now().lines().getFirst();
    }

    @Test
    void noVerdictStandsBeforeTheLastRound() {
        begin();
        for (int round = 1; round < ROUNDS; round++) {
            measure(round, 2 * round);
            assertThat(line().verdict()).as("after round %d", round).isNull();
            assertThat(Objects.requireNonNull(line().estimate()).ratio()).isBetween(0.49, 0.51);
        }
        measure(ROUNDS, 2 * ROUNDS);
        assertThat(line().verdict()).isEqualTo(Verdict.FASTER);
    }

    @Test
    void whatWasExactEnoughHasItsVerdictAtTheEnd() {
        begin();
        for (int round = 1; round < ROUNDS; round++) {
            measure(round, 2 * round);
        }
        assertThat(line().verdict()).isNull();
        session.accept(new SessionEvent.Progress(2 * ROUNDS, 2 * ROUNDS, Duration.ZERO));
        assertThat(line().verdict()).isEqualTo(Verdict.FASTER);
    }
}
