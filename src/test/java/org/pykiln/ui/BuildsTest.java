package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Owner;
import org.pykiln.job.JobState;
import org.pykiln.job.LogLine;
import org.pykiln.ui.build.Failure;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// The section Builds without a window; a new studio on the same folder is the next run.
class BuildsTest {
    private static final Instant START = Instant.parse("2026-11-23T14:02:00Z");

    @TempDir Path folder;
    private int runs;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();

    @Test
    void buildsAreThereAfterARestartWithStepsProofsAndLog() {
        Studio first = open(new FakeServices(folder));
        first.builds.build();
        fx.run();
        String log = first.jobs.log().text();
        String headline = first.builds.headline().get();
        FakeServices breaking = new FakeServices(folder);
        breaking.breaksBuild = true;
        Studio second = open(breaking);
        second.builds.build();
        fx.run();

        Studio third = open(new FakeServices(folder));

        assertThat(third.builds.entries()).hasSize(2);
        assertThat(third.jobs.jobs()).isEmpty();
        assertThat(third.builds.state().get()).isEqualTo(JobState.FAILED);
        assertThat(third.builds.shown().problem().get()).startsWith("Step 9 of 9 ended");
        third.builds.selected().set(third.builds.entries().getLast());
        fx.run();
        assertThat(third.builds.state().get()).isEqualTo(JobState.SUCCEEDED);
        assertThat(third.builds.steps()).hasSize(FakeServices.STEPS);
        assertThat(third.builds.steps().getFirst().cached()).isTrue();
        assertThat(third.builds.headline().get()).isEqualTo(headline);
        assertThat(third.builds.proofs()).isNotEmpty();
        assertThat(third.jobs.log().text()).isEqualTo(log);
        assertThat(third.builds.entries().getLast().line(Instant.EPOCH)).startsWith("done · 0:00");
    }

    @Test
    void aDamagedEntryIsSaidAndTheOthersAreThere() throws IOException {
        Studio first = open(new FakeServices(folder));
        first.builds.build();
        first.builds.build();
        fx.run();
        try (Stream<Path> files = Files.list(folder.resolve("builds"))) {
            Files.writeString(
                    files.filter(file -> file.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow(),
                    "{");
        }
        Studio second = open(new FakeServices(folder));
        assertThat(second.builds.entries()).hasSize(1);
        assertThat(second.navigation.problem().get().summary())
                .isEqualTo("1 build in the history cannot be read.");
    }

    /// As a kill leaves it: the last that was written says that it runs, in a process that is gone.
    @Test
    void aBuildThatWasKilledIsInterruptedAndItsStepsAreKnown() throws IOException {
        FakeServices services = new FakeServices(folder);
        List<String> written = new ArrayList<>();
        services.onStep = () -> written.add(record());
        Studio first = open(services);
        first.builds.build();
        fx.run();
        String label = Owner.self().label();
        String gone = label.replaceFirst("\\|\\d+$", "|1");
        try (Stream<Path> files = Files.list(folder.resolve("builds"))) {
            Path file =
                    files.filter(one -> one.toString().endsWith(".json")).findFirst().orElseThrow();
            Files.writeString(file, written.get(4).replace(label, gone));
        }

        Studio second = open(new FakeServices(folder));

        assertThat(second.builds.state().get()).isEqualTo(JobState.INTERRUPTED);
        assertThat(second.builds.headline().get()).contains("interrupted");
        assertThat(second.builds.steps()).hasSize(5);
        second.builds.again(false);
        fx.run();
        assertThat(second.builds.state().get()).isEqualTo(JobState.SUCCEEDED);
    }

    private String record() {
        try (Stream<Path> files = Files.list(folder.resolve("builds"))) {
            return Files.readString(
                    files.filter(one -> one.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aBuildOfAnEarlierRunIsBuiltAgainAndEditedAsNew() {
        Studio first = open(new FakeServices(folder));
        first.builds.build();
        fx.run();
        String name = first.recipes.named().name();
        FakeServices services = new FakeServices(folder);
        Studio second = open(services);
        second.presets.open(second.presets.presets().getLast());
        assertThat(second.recipes.name().get()).isNotEqualTo(name);

        second.builds.again(true);
        fx.run();
        assertThat(services.calls).contains("build " + name);
        assertThat(second.builds.entries()).hasSize(2);

        second.builds.selected().set(second.builds.entries().getLast());
        second.builds.editAsNew(second.presets::guarded);
        assertThat(second.recipes.name().get()).isEqualTo(name + "-copy");
        assertThat(second.recipes.dirty().get()).isTrue();
        assertThat(second.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(second.recipes.source().get().file()).isEmpty();

        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        second.recipes.name().set("mine");
        second.builds.editAsNew(second.presets::guarded);
        assertThat(second.recipes.name().get()).isEqualTo("mine");
    }

    @Test
    void whatIsRemovedIsGoneForGood() throws IOException {
        Studio studio = open(new FakeServices(folder));
        studio.builds.build();
        studio.builds.build();
        fx.run();
        studio.builds.remove();
        fx.run();
        assertThat(studio.builds.entries()).hasSize(2);

        dialogs.confirms = true;
        studio.builds.remove();
        fx.run();
        assertThat(studio.builds.entries()).hasSize(1);
        assertThat(studio.builds.selected().get()).isEqualTo(studio.builds.entries().getFirst());

        Studio next = open(new FakeServices(folder));
        assertThat(next.builds.entries()).hasSize(1);
        next.builds.remove();
        fx.run();
        assertThat(next.builds.entries()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("builds"))) {
            assertThat(files).isEmpty();
        }
        studio.builds.build();
        fx.run();
        assertThat(studio.builds.entries()).hasSize(2);
    }

    @Test
    void theReceiptShowsOnlyWhatFailedAndIsCopied() {
        FakeServices services = new FakeServices(folder);
        services.breaksProof = true;
        Studio studio = open(services);
        studio.builds.build();
        fx.run();
        int all = studio.builds.proofs().size();
        studio.builds.shown().receipt().onlyFailed().set(true);
        assertThat(studio.builds.proofs()).hasSizeBetween(1, all - 1);
        assertThat(studio.builds.proofs()).noneMatch(proof -> proof.holds());
        studio.builds.shown().receipt().copy();
        assertThat(dialogs.clipboard).contains("FAILED  lto: ", "seen: ");
        studio.builds.copyReference();
        assertThat(dialogs.clipboard).startsWith("pykiln/").endsWith(":latest");
    }

    @Test
    void layersAreAskedForWhenSomebodyLooks() {
        FakeServices services = new FakeServices(folder);
        Studio studio = open(services);
        studio.builds.build();
        fx.run();
        assertThat(services.calls).noneMatch(call -> call.startsWith("size"));
        studio.builds.showLayers();
        fx.run();
        assertThat(studio.builds.shown().layers().summary().get())
                .isEqualTo("126 MB: 79 MB (62.2 %) of the base image, 48 MB (37.8 %) on top of it");
        assertThat(studio.builds.shown().layers().rows()).hasSize(3);

        Studio next = open(new FakeServices(folder));
        next.builds.showLayers();
        fx.run();
        assertThat(next.builds.shown().layers().summary().get()).startsWith("There is no image");
    }

    @Test
    void aStepLeadsToItsLinesAndStandsAlone() {
        Studio studio = open(new FakeServices(folder));
        studio.builds.build();
        fx.run();
        LogViewModel log = studio.jobs.log();
        int all = log.lines().size();
        log.goTo(4);
        assertThat(log.lines().get(log.indexOf(log.marked().get())))
                .matches(line -> line.step() == 4 && line.kind() == LogLine.Kind.STEP);
        assertThat(log.follow().get()).isFalse();
        log.onlyStep().set(true);
        assertThat(log.lines()).hasSize(15).allMatch(line -> line.step() == 4);
        log.find().query().set("obj13");
        fx.run();
        assertThat(log.find().matches().get()).isEqualTo("1 of 1");
        log.onlyStep().set(false);
        fx.run();
        assertThat(log.lines()).hasSize(all);
        assertThat(log.find().matches().get()).isEqualTo("1 of " + FakeServices.STEPS);
    }

    @Test
    void findingGoesRoundAndSaysWhatIsWrongWithAnExpression() {
        Studio studio = open(new FakeServices(folder));
        studio.builds.build();
        fx.run();
        LogViewModel log = studio.jobs.log();
        log.find().query().set("OBJ[23]\\.o");
        fx.run();
        assertThat(log.find().matches().get()).isEqualTo("nothing found");
        log.find().regex().set(true);
        fx.run();
        assertThat(log.find().matches().get()).isEqualTo("1 of 18");
        log.find().previous();
        assertThat(log.find().matches().get()).isEqualTo("18 of 18");
        log.find().next();
        log.find().next();
        assertThat(log.find().matches().get()).isEqualTo("2 of 18");
        log.find().query().set("OBJ(");
        fx.run();
        assertThat(log.find().bad().get()).isTrue();
        assertThat(log.find().matches().get()).startsWith("Unclosed group");
        log.find().query().set("");
        fx.run();
        assertThat(log.find().bad().get()).isFalse();
        assertThat(log.find().matches().get()).isEmpty();
    }

    @Test
    void theFirstErrorAndItsPlaceInTheDockerfileAreFound() {
        FakeServices services = new FakeServices(folder);
        services.breaksBuild = true;
        Studio studio = open(services);
        studio.builds.build();
        fx.run();
        studio.jobs.log().onlyStep().set(true);
        studio.builds.goToError();
        fx.run();
        LogViewModel log = studio.jobs.log();
        assertThat(log.lines().get(log.indexOf(log.marked().get())).text())
                .startsWith("lto-wrapper: fatal error");
        assertThat(log.step().get()).isZero();
        Failure failure = studio.builds.shown().failure().get();
        assertThat(failure.lines().get(failure.first()).text()).startsWith("RUN set -eux;");
        assertThat(failure.lines().get(failure.focus()).text()).contains("./configure");
    }

    @Test
    void aLogIsSavedAndCopiedWhole() throws IOException {
        Studio studio = open(new FakeServices(folder));
        studio.builds.build();
        fx.run();
        Path file = folder.resolve("x.log");
        dialogs.file = Optional.of(file);
        studio.jobs.log().save();
        fx.run();
        assertThat(Files.readString(file)).isEqualTo(studio.jobs.log().text());
        assertThat(dialogs.asked.getLast()).matches("Save the log Build-[a-z0-9-]+\\.log");
        studio.jobs.log().copy();
        fx.run();
        assertThat(dialogs.clipboard).isEqualTo(studio.jobs.log().text());
        assertThat(List.of(studio.navigation.notice().get()))
                .first()
                .asString()
                .startsWith("Copied ");
    }

    private Studio open(FakeServices services) {
        Studio studio =
                new Studio(
                        services.all(),
                        dialogs,
                        fx,
                        Runnable::run,
                        InstantSource.fixed(START.plusSeconds(60L * runs++)));
        studio.start();
        fx.run();
        return studio;
    }
}
