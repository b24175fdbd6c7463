package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.EngineChoice;
import org.pykiln.job.JobState;
import org.pykiln.storage.Item;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// Choosing an engine and cleaning its disk, without a window.
class EnginesSectionTest {
    private static final String PODMAN = "unix:///run/user/1000/podman/podman.sock";

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holds;
    private FakeServices services;
    private Studio studio;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        studio =
                new Studio(
                        services.all(),
                        dialogs,
                        fx,
                        task -> {
                            if (holds) {
                                held.add(task);
                            } else {
                                task.run();
                            }
                        },
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        fx.run();
    }

    @Test
    void anotherEngineIsChosenAndTheChoiceTakenBack() {
        assertThat(studio.engineChoice.sentence()).startsWith("Automatic");
        assertThat(studio.engineChoice.canGoBack()).isFalse();
        assertThat(studio.engine.places().get(2).state()).isEqualTo(Place.State.USABLE);

        studio.engineChoice.use(PODMAN);
        fx.run();
        assertThat(services.chosen).contains(PODMAN);
        assertThat(studio.engineChoice.sentence()).contains("Chosen here", PODMAN);
        assertThat(studio.engineChoice.canGoBack()).isTrue();

        studio.engineChoice.useAutomatic();
        fx.run();
        assertThat(services.chosen).isEmpty();
        assertThat(studio.engineChoice.sentence()).startsWith("Automatic");
    }

    @Test
    void whatIsTypedIsValidatedBeforeItIsUsed() {
        studio.engineChoice.endpoint().set("/run/docker.sock");
        studio.engineChoice.useTyped();
        assertThat(studio.engineChoice.complaint().get())
                .contains("expected unix:///", "nearest: unix:///run/docker.sock");
        assertThat(services.chosen).isEmpty();

        studio.engineChoice.endpoint().set(" unix:///run/docker.sock");
        assertThat(studio.engineChoice.complaint().get()).isEmpty();
        studio.engineChoice.useTyped();
        fx.run();
        assertThat(services.chosen).contains("unix:///run/docker.sock");
        assertThat(studio.engineChoice.endpoint().get()).isEmpty();
    }

    @Test
    void aChosenEngineThatDoesNotAnswerIsReplacedByNone() {
        studio.engineChoice.use("tcp://build.example:2376");
        fx.run();
        assertThat(studio.engine.isUsable()).isFalse();
        assertThat(studio.engine.places())
                .extracting(Place::state)
                .containsExactly(Place.State.NOT_USABLE, Place.State.USABLE, Place.State.USABLE);
        assertThat(studio.engine.places().get(1).reason()).contains("another place was named");
    }

    @Test
    void theEnvironmentWinsAndTheSectionSaysSo() {
        services.source = EngineChoice.Source.ENVIRONMENT;
        services.chosen = Optional.of(PODMAN);
        studio.engine.refresh();
        fx.run();
        assertThat(studio.engineChoice.sentence())
                .contains("PYKILN_ENGINE_ENDPOINT", PODMAN, "wins");
        assertThat(studio.engineChoice.canGoBack()).isFalse();
    }

    @Test
    void aChoiceThatCannotBeKeptIsSaid() {
        services.breaksSettings = true;
        studio.engineChoice.use(PODMAN);
        fx.run();
        assertThat(studio.engineChoice.complaint().get()).contains("cannot be written");
    }

    @Test
    void theDiskIsLookedAtWhenTheSectionIsEntered() {
        studio.shell.show(Section.ENGINES);
        fx.run();
        assertThat(studio.storage.inventory().get().items()).hasSize(5);
        assertThat(studio.storage.summary().get())
                .contains("3 images", "1 leftover", "1 volume", "6400 MB", "310 MB");
    }

    @Test
    void lookingDisturbsNoJob() {
        services.gate = Optional.of(new CountDownLatch(1));
        holds = true;
        studio.builds.build();
        studio.shell.show(Section.ENGINES);
        assertThat(services.calls).doesNotContain("storage");
        assertThat(studio.storage.summary().get()).contains("would disturb");
    }

    @Test
    void whatTheEngineDoesNotTellIsSaid() {
        services.breaksProbe = true;
        studio.storage.look();
        fx.run();
        assertThat(studio.storage.summary().get()).contains("The engine does not tell.");
        assertThat(studio.storage.inventory().get().items()).isEmpty();
    }

    @Test
    void exactlyWhatIsShownIsCleanedUpAndTheReportSaysWhatBecameFree() {
        studio.storage.clean();
        assertThat(studio.jobs.jobs()).isEmpty();

        studio.storage.prepare();
        fx.run();
        assertThat(studio.storage.previewing().get()).isTrue();
        assertThat(studio.storage.going()).hasSize(3).allMatch(Item::goes);
        assertThat(studio.storage.question()).isEqualTo("Remove these 3, 998 MB at least");

        studio.storage.clean();
        fx.run();
        assertThat(services.calls)
                .contains("clean [fedcba987654, aaaaaaaaaaaa, pykiln-kit-0a1b2c3d4e5f] false");
        assertThat(studio.storage.previewing().get()).isFalse();
        assertThat(studio.storage.report().get()).isEqualTo("3 removed, 1304 MB freed.");
        assertThat(studio.storage.going()).isEmpty();

        studio.storage.prepare();
        fx.run();
        assertThat(studio.storage.previewing().get()).isFalse();
        assertThat(studio.storage.report().get()).isEqualTo("There is nothing to clean up.");
    }

    @Test
    void whatAnotherEngineHasIsForgotten() {
        studio.storage.prepare();
        fx.run();
        studio.engine.refresh();
        fx.run();
        assertThat(studio.storage.previewing().get()).isTrue();

        services.hasEngine = false;
        studio.engine.refresh();
        fx.run();
        assertThat(studio.storage.previewing().get()).isFalse();
        assertThat(studio.storage.inventory().get().items()).isEmpty();
        assertThat(studio.storage.summary().get()).contains("as soon as an engine answers");
        services.calls.clear();
        studio.storage.prepare();
        fx.run();
        assertThat(services.calls).isEmpty();

        services.hasEngine = true;
        studio.navigation.show(Section.ENGINES);
        studio.engine.refresh();
        fx.run();
        assertThat(studio.storage.inventory().get().items()).hasSize(5);
    }

    @Test
    void nothingGoesWhenItIsLeft() {
        studio.storage.prepare();
        fx.run();
        studio.storage.leaveAll();
        studio.storage.clean();
        fx.run();
        assertThat(services.calls).noneMatch(call -> call.startsWith("clean"));
    }

    @Test
    void oneImageGoesAfterAskingAndNoneThatIsInUse() {
        studio.storage.look();
        fx.run();
        Item needed = studio.storage.inventory().get().items().getFirst();
        studio.storage.remove(needed);
        fx.run();
        assertThat(dialogs.asked).contains("Remove image pykiln:0123456789ab?");
        assertThat(services.calls).noneMatch(call -> call.startsWith("clean"));

        dialogs.confirms = true;
        studio.storage.remove(needed);
        fx.run();
        assertThat(services.calls).contains("clean [pykiln:0123456789ab] true");

        dialogs.asked.clear();
        studio.storage.remove(services.stored.get(1));
        assertThat(services.stored.get(1).fate()).isEqualTo(Item.Fate.IN_USE);
        assertThat(dialogs.asked).isEmpty();
    }

    @Test
    void whatStayedIsSaidWithItsReason() {
        services.stored.add(
                new Item(
                        Item.Kind.LAYER,
                        "busy-layer",
                        List.of("busy-layer"),
                        1,
                        1,
                        Item.Fate.GOES,
                        "old"));
        studio.storage.prepare();
        fx.run();
        studio.storage.clean();
        fx.run();
        assertThat(studio.storage.report().get()).contains("Kept busy-layer: a container uses it");
    }

    @Test
    void aCleanUpIsAJobThatIsCancelledLikeOne() {
        services.gate = Optional.of(new CountDownLatch(1));
        studio.storage.prepare();
        fx.run();
        holds = true;
        studio.storage.clean();
        assertThat(studio.jobs.jobs().getFirst().name()).isEqualTo("Clean up");
        studio.jobs.cancelAll();
        holds = false;
        List.copyOf(held).forEach(Runnable::run);
        fx.run();
        assertThat(studio.jobs.jobs().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(services.stored).hasSize(5);
    }
}
