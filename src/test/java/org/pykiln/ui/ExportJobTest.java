package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.job.JobState;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Taking a Dockerfile away whose source has to be downloaded first.
class ExportJobTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:02:00Z");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        dialogs.file = Optional.of(folder.resolve("taken"));
        studio =
                new Studio(
                        services.all(),
                        dialogs,
                        fx,
                        Thread::startVirtualThread,
                        InstantSource.fixed(NOW));
        studio.start();
        fx.until(studio.engine::isUsable);
    }

    @Test
    void isAJobWithProgressThatCanBeCancelled() {
        services.mustDownload = true;
        services.gate = Optional.of(new CountDownLatch(1));
        studio.preview.export().folder();
        fx.until(() -> studio.jobs.current().get() != null && job().share() > 0);
        assertThat(job().name()).isEqualTo("Export " + studio.recipes.named().name());
        assertThat(job().share()).isEqualTo(0.25);
        assertThat(job().line(NOW)).startsWith("Python.tar.xz: 5.0 of 20.0 MB");
        studio.jobs.cancel(job());
        fx.until(() -> job().state() == JobState.CANCELLED);
        assertThat(services.exports).isEmpty();
        assertThat(studio.toasts.shown()).isEmpty();

        services.gate = Optional.empty();
        studio.preview.export().folder();
        fx.until(() -> studio.jobs.jobs().size() == 2 && job().state() == JobState.SUCCEEDED);
        assertThat(services.exports).hasSize(1);
        assertThat(studio.navigation.notice().get()).startsWith("Exported 2 files to ");

        studio.preview.export().bake();
        fx.until(() -> services.exports.size() == 2);
        assertThat(studio.jobs.jobs()).as("what is there needs no job").hasSize(2);
    }

    @Test
    void asksBeforeItDownloadsWhatWouldReplaceSomething() {
        services.mustDownload = true;
        services.inTheWay = List.of(folder.resolve("taken/Dockerfile"));
        studio.preview.export().folder();
        fx.until(() -> dialogs.asked.contains("Replace 1 file?"));
        assertThat(services.calls).isEmpty();
        assertThat(studio.jobs.jobs()).isEmpty();
    }

    private JobViewModel job() {
        return studio.jobs.jobs().getFirst();
    }
}
