package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.compare.LiveResults;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Results that grow while a session runs, and results that come in another order than asked for.
class LiveResultsTest {
    private static final String GROWING = "session of three · being measured";
    private static final String OTHER = "session 2026-11-23 14:02";

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final Deque<Runnable> calls = new ArrayDeque<>();
    private Duration reading = Duration.ZERO;
    private Instant now = Instant.parse("2026-11-23T14:02:00Z");
    private boolean running = true;
    private Studio studio;
    private LiveResults live;
    private int timers;

    @BeforeEach
    void open() {
        FakeServices services = new FakeServices(folder);
        studio = new Studio(services.all(), new FakeDialogs(), fx, calls::add, () -> now);
        studio.start();
        work();
        studio.navigation.show(Section.RESULTS);
        work();
        Background background =
                new Background(
                        task -> {
                            now = now.plus(reading);
                            task.run();
                        },
                        fx);
        live =
                new LiveResults(
                        services, background, fx, () -> now, studio.navigation, studio.results);
        timers = fx.timers();
    }

    private void work() {
        fx.run();
        while (!calls.isEmpty()) {
            calls.remove().run();
            fx.run();
        }
    }

    private void follow(String session) {
        live.follow(Path.of(session), () -> running);
    }

    private void tick() {
        now = now.plusSeconds(2);
        fx.tick();
        work();
    }

    @Test
    void growWhileASessionRuns() {
        follow("three");
        tick();
        assertThat(studio.results.title()).isEqualTo(GROWING);

        studio.results.open(List.of(Path.of("session")));
        work();
        tick();
        assertThat(studio.results.title()).isEqualTo(OTHER);
        assertThat(fx.timers()).isEqualTo(timers);

        follow("three");
        running = false;
        tick();
        assertThat(studio.results.title()).isEqualTo(OTHER);
        assertThat(fx.timers()).isEqualTo(timers);
    }

    @Test
    void nobodyReadsWhileNobodyLooks() {
        String before = studio.results.title();
        studio.navigation.show(Section.MEASURE);
        work();
        follow("three");
        tick();
        assertThat(studio.results.title()).isEqualTo(before);
        studio.navigation.show(Section.RESULTS);
        work();
        tick();
        assertThat(studio.results.title()).isEqualTo(GROWING);
    }

    /// A fortieth of a processor's time at most.
    @Test
    void aLongReadingIsRare() {
        reading = Duration.ofMillis(500);
        follow("three");
        tick();
        Instant first = now;
        int ticks = 0;
        while (now.equals(first.plusSeconds(2L * ticks))) {
            tick();
            ticks++;
        }
        assertThat(ticks).isEqualTo(10);
    }

    @Test
    void nothingIsComplainedOfWhileNothingIsMeasuredYet() {
        String before = studio.results.title();
        follow("broken");
        tick();
        assertThat(studio.navigation.problem().get().summary()).isEmpty();
        assertThat(studio.results.title()).isEqualTo(before);
    }

    @Test
    void ofTwoThatWereOpenedTheLastIsShownWhicheverComesFirst() {
        studio.results.open(List.of(Path.of("three")));
        studio.results.open(List.of(Path.of("session")));
        calls.removeLast().run();
        work();
        assertThat(studio.results.title()).isEqualTo(OTHER);

        studio.results.open(List.of(Path.of("broken")));
        studio.results.open(List.of(Path.of("session")));
        calls.removeLast().run();
        work();
        assertThat(studio.navigation.problem().get().summary()).isEmpty();
    }
}
