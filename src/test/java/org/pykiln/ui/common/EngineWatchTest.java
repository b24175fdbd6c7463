package org.pykiln.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;

/// An engine that goes and comes back, with a clock that is turned by hand.
class EngineWatchTest {
    @TempDir Path folder;
    private final Clock clock = new Clock();
    private final Background background = new Background(Runnable::run, clock);
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final List<Problem> reported = new ArrayList<>();
    private boolean busy;
    private FakeServices services;
    private EngineViewModel engine;
    private EngineWatch watch;

    /// Holds the one task that is to run later.
    private static final class Clock implements FxScheduler {
        private final List<Duration> delays = new ArrayList<>();
        private @Nullable Runnable pending;

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public Pending later(Duration delay, Runnable task) {
            delays.add(delay);
            pending = task;
            return () -> pending = null;
        }

        @Override
        public Pending every(Duration period, Runnable task) {
            throw new IllegalStateException("nothing is done for ever");
        }

        void pass() {
            Runnable task = pending;
            pending = null;
            assertThat(task).isNotNull();
            task.run();
        }
    }

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        engine = new EngineViewModel(services, background, new FakeDialogs());
        watch = new EngineWatch(engine, services, background, clock, navigation, () -> busy);
    }

    @Test
    void anEngineThatIsAwayIsLookedForMoreAndMoreSeldom() {
        services.hasEngine = false;
        engine.refresh();
        for (int i = 0; i < 6; i++) {
            clock.pass();
        }
        assertThat(clock.delays)
                .extracting(Duration::toSeconds)
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);

        services.hasEngine = true;
        clock.pass();
        assertThat(engine.isUsable()).isTrue();
        assertThat(clock.pending).isNull();
        assertThat(navigation.notice().get()).isEmpty();
    }

    @Test
    void comingToTheFrontLooksAtOnce() {
        services.hasEngine = false;
        engine.refresh();
        clock.pass();
        clock.pass();
        services.hasEngine = true;
        watch.focused(true);
        assertThat(engine.isUsable()).isTrue();

        services.hasEngine = false;
        watch.focused(false);
        assertThat(engine.isUsable()).isTrue();
        assertThat(clock.pending).isNull();
        watch.focused(true);
        assertThat(engine.isUsable()).isFalse();
        assertThat(clock.delays.getLast()).isEqualTo(EngineWatch.FIRST);
    }

    @Test
    void beforeAnyEngineWasLookedForNothingIsAsked() {
        watch.focused(true);
        assertThat(clock.delays).isEmpty();
        assertThat(engine.isUsable()).isFalse();
    }

    @Test
    void anIdleEngineIsGlancedAtWhileTheWindowIsInFront() {
        engine.refresh();
        assertThat(clock.pending).isNull();
        watch.focused(true);
        assertThat(clock.delays.getLast()).isEqualTo(EngineWatch.GLANCE);
        services.hasEngine = false;
        busy = true;
        clock.pass();
        assertThat(engine.isUsable()).as("a job notices by itself").isTrue();
        busy = false;
        clock.pass();
        assertThat(engine.line()).isEqualTo("no engine");
        assertThat(reported).isEmpty();
    }

    @Test
    void whatTheEngineExecutesIsNotAskedAgainOfTheSame() {
        engine.refresh();
        assertThat(engine.architectures()).hasSize(8);
        services.breaksProbe = true;
        engine.recheck(() -> {});
        assertThat(engine.architectures()).hasSize(8);
        assertThat(engine.unknown().get()).isEmpty();
    }

    @Test
    void jobsThatFailBecauseItIsGoneSayTheSame() {
        engine.refresh();
        services.hasEngine = false;
        fail(lost("Premature end of chunk coded message body"));
        fail(lost("Connection refused"));
        assertThat(engine.isUsable()).isFalse();
        assertThat(reported).hasSize(2);
        assertThat(reported.getFirst().text()).isEqualTo(reported.getLast().text());
        assertThat(reported.getFirst().code()).isEqualTo(reported.getLast().code());
        assertThat(reported.getFirst().help()).isEqualTo("sudo usermod -aG docker \"$USER\"");

        reported.getFirst().remedies().getLast().action().run();
        assertThat(navigation.section().get()).isEqualTo(Section.ENGINES);
        services.hasEngine = true;
        clock.pass();
        assertThat(navigation.notice().get()).contains("answers again", "20.10.24");
    }

    @Test
    void whereTheEngineAnswersAJobSaysWhyItFailed() {
        engine.refresh();
        fail(lost("Broken pipe"));
        assertThat(reported.getFirst().summary()).contains("Broken pipe");
    }

    /// It kills the step first, and answers still.
    @Test
    void anEngineThatIsBeingStoppedIsLookedAtAMomentLater() {
        engine.refresh();
        fail(new EngineProblem.StepFailed(2, 137, "Step 2 failed with exit code 137."));
        assertThat(reported.getFirst().summary()).contains("exit code 137");
        services.hasEngine = false;
        assertThat(clock.delays.getLast()).isEqualTo(EngineWatch.SOON);
        clock.pass();
        assertThat(engine.isUsable()).isFalse();
    }

    private static EngineProblem lost(String words) {
        return new EngineProblem.Unreachable("unix:///x", "It does not answer: " + words);
    }

    private void fail(EngineProblem why) {
        watch.failed(Problem.of(new EngineException(why)), reported::add);
    }
}
