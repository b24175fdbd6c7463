package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.RealServices;
import org.pykiln.job.JobState;
import org.pykiln.job.LogLine;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.testing.EngineTest;
import org.pykiln.testing.OwnDockerd;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.Services;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.ManualScheduler;

/// A real engine is killed while it runs a step: what the window says, and that it notices the
/// return.
@EngineTest
@Timeout(180)
class EngineDeathEngineTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();

    @Test
    void anEngineIsKilledInMidBuildAndComesBack() throws Exception {
        try (OwnDockerd dockerd = new OwnDockerd();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            dockerd.start();
            Services services = RealServices.window(folder.resolve("home"), dockerd.endpoint());
            Studio studio =
                    new Studio(services, new FakeDialogs(), fx, threads, InstantSource.system());
            studio.start();
            fx.until(() -> studio.engine.isUsable() && !studio.presets.presets().isEmpty());
            dockerd.load(studio.recipes.get().text(BaseKnob.BASE));

            studio.builds.build();
            studio.builds.build();
            JobViewModel first = studio.jobs.jobs().getLast();
            fx.until(() -> isWorking(first));
            dockerd.kill();
            fx.until(() ->
                    studio.jobs.jobs().stream().allMatch(job -> job.state() == JobState.FAILED)
                            && studio.toasts.shown().stream()
                                    .anyMatch(toast -> toast.times().get() == 2));

            assertThat(studio.toasts.shown())
                    .extracting(toast -> toast.text())
                    .containsExactly("The container engine does not answer any more.");
            assertThat(studio.engine.line()).isEqualTo("no engine");
            assertThat(studio.engine.places().getFirst().state())
                    .isEqualTo(EngineViewModel.Place.State.NOT_USABLE);
            assertThat(services.engines().answers(dockerd.endpoint())).isFalse();
            assertThat(first.job().problem().orElseThrow().getMessage())
                    .contains(dockerd.endpoint());
            String id = services.images().history().list().builds().getLast().id();
            assertThat(services.images().history().log(id))
                    .extracting(LogLine::kind)
                    .contains(LogLine.Kind.STEP, LogLine.Kind.ERROR, LogLine.Kind.PROBLEM);

            dockerd.start();
            fx.tick();
            fx.until(studio.engine::isUsable);
            assertThat(studio.navigation.notice().get()).contains("answers again");

            assertThat(services.engines().answers(dockerd.endpoint())).isTrue();
            studio.watch.focused(true);
            dockerd.kill();
            fx.tick();
            fx.until(() -> !studio.engine.isUsable());
        }
    }

    /// The shell of a step has said what it does.
    private static boolean isWorking(JobViewModel job) {
        List<LogLine> log = job.job().log().lines();
        return log.stream().anyMatch(line -> line.text().startsWith("+ "));
    }
}
