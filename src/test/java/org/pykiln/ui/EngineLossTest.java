package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.shell.ToastViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// The engine dies while builds run and wait: what the whole window says then.
class EngineLossTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final CountDownLatch gate = new CountDownLatch(1);
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        services.gate = Optional.of(gate);
        studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Thread::startVirtualThread,
                        InstantSource.system());
        studio.start();
        fx.until(() -> studio.engine.isUsable() && studio.recipes.errors().isEmpty());
    }

    @Test
    void threeBuildsOneMessageAndBackAgain() {
        for (int i = 0; i < 3; i++) {
            studio.builds.build();
        }
        JobViewModel first = studio.jobs.jobs().getLast();
        fx.until(() -> first.progress().get().steps().size() == 3);
        services.hasEngine = false;
        gate.countDown();
        fx.until(() ->
                studio.jobs.jobs().stream().allMatch(job -> job.state() == JobState.FAILED)
                        && said() == 3);

        assertThat(studio.toasts.shown()).hasSize(1);
        ToastViewModel toast = studio.toasts.shown().getFirst();
        assertThat(toast.text()).isEqualTo("The container engine does not answer any more.");
        assertThat(toast.problem().orElseThrow().help()).startsWith("sudo usermod");
        assertThat(studio.engine.line()).isEqualTo("no engine");
        assertThat(studio.engine.title()).isEqualTo("No container engine answers");
        assertThat(first.job().problem().orElseThrow().getMessage()).contains("Premature end");

        services.hasEngine = true;
        fx.tick();
        fx.until(studio.engine::isUsable);
        assertThat(studio.toasts.shown())
                .extracting(ToastViewModel::text)
                .containsExactly("The container engine answers again: " + studio.engine.line());
        assertThat(studio.navigation.problem().get().isNone()).isTrue();
    }

    private int said() {
        return studio.toasts.shown().stream().mapToInt(toast -> toast.times().get()).sum();
    }
}
