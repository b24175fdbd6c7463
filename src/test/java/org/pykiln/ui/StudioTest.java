package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.job.JobState;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;
import org.pykiln.stats.Verdict;
import org.pykiln.ui.bench.BenchmarksViewModel;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.compare.ResultLine;
import org.pykiln.ui.configure.Choice;
import org.pykiln.ui.configure.GroupViewModel;
import org.pykiln.ui.configure.KnobViewModel;
import org.pykiln.ui.preview.PreviewLine;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// What a person does, without a window: all view models on pretended services.
class StudioTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Deque<Runnable> held = new ArrayDeque<>();
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
    void startsWithTheFirstPresetAndNothingUnsaved() {
        assertThat(studio.presets.presets()).extracting(p -> p.name()).contains("debian-o2");
        assertThat(studio.recipes.name().get())
                .isEqualTo(studio.presets.presets().getFirst().name());
        assertThat(studio.recipes.dirty().get()).isFalse();
        assertThat(studio.engine.line()).isEqualTo("engine 20.10.24 · amd64");
    }

    @Test
    void turningAKnobChangesItsLinesAndCountsAsAChange() {
        openPreset("debian-o2");
        knob("lto").choose("full");

        assertThat(knob("lto").changed().get()).isTrue();
        assertThat(studio.configure.differences().get()).isEqualTo(1);
        assertThat(studio.preview.lines())
                .filteredOn(PreviewLine::changed)
                .anySatisfy(line -> {
                    assertThat(line.text()).contains("--with-lto=full");
                    assertThat(line.tag()).isEqualTo("LTO");
                });
        assertThat(studio.recipes.named().name()).isEqualTo("debian-o2+lto=full");

        knob("lto").reset();
        assertThat(studio.configure.differences().get()).isZero();
        assertThat(studio.recipes.dirty().get()).isFalse();
    }

    @Test
    void benchmarksAreFoundByNameAndPickedByTag() {
        BenchmarksViewModel benchmarks = studio.measure.benchmarks();
        benchmarks.search().set("SERIAL");
        assertThat(benchmarks.all())
                .filteredOn(one -> one.found().get())
                .extracting(one -> one.name())
                .containsExactly("json_loads", "pickle");
        assertThat(benchmarks.tags()).containsExactly("math", "regex", "serialize");
        benchmarks.pickNone();
        benchmarks.toggle("serialize");
        assertThat(benchmarks.picked()).containsExactly("json_loads", "pickle");
        benchmarks.toggle("serialize");
        assertThat(benchmarks.picked()).isEmpty();
    }

    @Test
    void undoReachesBackToThePresetAndRedoForwardAgain() {
        openPreset("debian-o2");
        knob("lto").choose("full");
        knob("pgo").choose("on");
        studio.recipes.undo();
        assertThat(knob("pgo").value().get()).isEqualTo("off");
        studio.recipes.undo();
        assertThat(studio.recipes.canUndo().get()).isFalse();
        assertThat(studio.recipes.dirty().get()).isFalse();
        studio.recipes.redo();
        assertThat(knob("lto").value().get()).isEqualTo("full");
        knob("pgo").choose("on");
        assertThat(studio.recipes.canRedo().get()).isFalse();
    }

    @Test
    void anImpossibleValueStaysVisibleSaysWhyAndOffersARemedy() {
        Choice thin = choice("lto", "thin");
        assertThat(thin.isPossible()).isFalse();
        assertThat(thin.obstacle()).contains("Clang");

        knob("lto").choose("thin");
        Finding finding = knob("lto").findings().getFirst();
        knob("lto").apply(finding.remedy().orElseThrow());
        assertThat(knob("lto").value().get()).isEqualTo("full");
        assertThat(knob("lto").findings()).isEmpty();
    }

    @Test
    void emulatedArchitecturesSaySo() {
        assertThat(choice("architecture", "arm64").note()).startsWith("emulated");
        assertThat(choice("architecture", "amd64").note()).isEqualTo("native here");
        assertThat(choice("architecture", "s390x").note()).contains("exported, not built");
    }

    @Test
    void badTextIsRefusedUnderItsFieldAndTheRecipeStays() {
        String before = knob("pgo-task").value().get();
        knob("pgo-task").choose("x; rm -rf /\nRUN evil");
        assertThat(knob("pgo-task").complaint().get()).contains("expected");
        assertThat(studio.recipes.get().text(knob("pgo-task").knob())).isEqualTo(before);
        knob("pgo-task").choose("-m test --pgo -j2");
        assertThat(knob("pgo-task").complaint().get()).isEmpty();
    }

    @Test
    void searchAndFilterLeaveWhatIsMeant() {
        studio.configure.search().set("link-time");
        assertThat(shown()).contains("lto").doesNotContain("python");
        studio.configure.search().set("");
        openPreset("debian-o2");
        knob("pgo").choose("on");
        studio.configure.onlyChanged().set(true);
        assertThat(shown()).containsExactly("pgo");
    }

    @Test
    void foldedGroupsHideTheirKnobsAndTellWhatIsInThem() {
        GroupViewModel group = group("lto");
        int all = shown().size();
        group.folded().set(true);
        assertThat(shown()).doesNotContain("lto", "pgo").hasSize(all - group.knobs().size());

        studio.configure.search().set("link-time");
        assertThat(shown()).contains("lto");
        studio.configure.search().set("");
        assertThat(shown()).doesNotContain("lto");

        knob("lto").choose("thin");
        assertThat(group.summary().get())
                .startsWith(group.knobs().size() + " knobs, ")
                .contains("1 changed")
                .endsWith("1 error");
        assertThat(group.worst().get()).contains(Severity.ERROR);

        studio.recipes.focused().set("pgo");
        assertThat(group.folded().get()).isFalse();
        studio.configure.foldAll(true);
        assertThat(shown()).isEmpty();
        studio.configure.foldAll(false);
        assertThat(shown()).hasSize(all);
    }

    @Test
    void theVerdictLeadsFromOneErrorToTheNext() {
        openPreset("debian-o2");
        assertThat(studio.configure.verdict().get()).isEmpty();
        studio.configure.nextFinding();
        assertThat(studio.recipes.focused().get()).isEqualTo("base");

        knob("lto").choose("thin");
        knob("architecture").choose("arm/v6");
        assertThat(studio.configure.verdict().get()).startsWith("2 errors");
        studio.configure.foldAll(true);
        studio.configure.search().set("nothing at all");
        studio.configure.nextFinding();
        assertThat(studio.recipes.focused().get()).isEqualTo("architecture");
        assertThat(shown()).contains("architecture");
        studio.configure.nextFinding();
        assertThat(studio.recipes.focused().get()).isEqualTo("lto");
        studio.configure.nextFinding();
        assertThat(studio.recipes.focused().get()).isEqualTo("architecture");
    }

    @Test
    void allKnobsGoBackToThePresetOrToTheirDefaults() {
        openPreset("debian-o3");
        Recipe preset = studio.recipes.get();
        knob("lto").choose("full");
        knob("pymalloc").choose("off");
        studio.configure.resetAll();
        assertThat(studio.recipes.get()).isEqualTo(preset);
        studio.recipes.undo();
        assertThat(knob("lto").value().get()).isEqualTo("full");

        assertThat(knob("lto").isDefault()).isFalse();
        knob("lto").toDefault();
        assertThat(knob("lto").isDefault()).isTrue();
        studio.configure.toDefaults();
        assertThat(studio.recipes.get()).isEqualTo(Recipe.defaults());
    }

    @Test
    void textIsJudgedWhileItIsTypedAndTheRecipeStays() {
        Recipe before = studio.recipes.get();
        knob("pgo-task").judge("-m test; reboot");
        assertThat(knob("pgo-task").complaint().get()).contains("expected");
        knob("pgo-task").judge("-m test");
        assertThat(knob("pgo-task").complaint().get()).isEmpty();
        assertThat(studio.recipes.get()).isEqualTo(before);
    }

    @Test
    void whatWasNeverBuiltSaysSo() {
        assertThat(studio.preview.renderedOnly().get()).isFalse();
        knob("base").choose("alpine:3.24");
        assertThat(studio.preview.renderedOnly().get()).isTrue();
    }

    @Test
    void impossibleValuesStandTogetherByReason() {
        assertThat(knob("lto").impossible()).singleElement().asString().startsWith("thin: ");
    }

    @Test
    void theEngineTellsWhatItExecutesAndWhatFollows() {
        assertThat(studio.engine.title()).isEqualTo("Engine 20.10.24");
        assertThat(studio.engine.unknown().get()).isEmpty();
        assertThat(studio.engine.architectures())
                .extracting(one -> one.name() + ": " + one.build() + "; " + one.measure())
                .contains("amd64: yes; yes", "arm64: yes, slowly; no", "s390x: export only; no");
        assertThat(studio.engine.registering())
                .isEqualTo("To build also for riscv64, ppc64le, s390x");
        assertThat(studio.engine.executed().get().help().getFirst().line())
                .isEqualTo("installer/linux/setup.sh --emulation");
        studio.engine.copy("installer/linux/setup.sh --emulation");
        assertThat(dialogs.clipboard).isEqualTo("installer/linux/setup.sh --emulation");
    }

    @Test
    void everyPlaceOfAnEngineTellsWhyItIsNotUsed() {
        List<Place> places = studio.engine.places();
        assertThat(places)
                .extracting(Place::state)
                .containsExactly(Place.State.NOT_USABLE, Place.State.USED, Place.State.USABLE);
        assertThat(places.getFirst().reason()).contains("connection refused");
        assertThat(places.getLast().reason()).contains("another place comes first");
    }

    @Test
    void goingToTheEnginesLooksAgainWhereNoneWasFound() {
        services.hasEngine = false;
        studio.engine.refresh();
        fx.run();
        assertThat(studio.engine.isUsable()).isFalse();
        services.hasEngine = true;
        studio.shell.show(Section.ENGINES);
        fx.run();
        assertThat(studio.engine.isUsable()).isTrue();
        assertThat(studio.engine.architectures()).hasSize(8);
    }

    @Test
    void whatTheEngineExecutesMayStayUnknown() {
        services.breaksProbe = true;
        studio.engine.refresh();
        fx.run();
        assertThat(studio.engine.isUsable()).isTrue();
        assertThat(studio.engine.unknown().get()).endsWith("The engine builds nothing.");
        assertThat(studio.engine.architectures()).isEmpty();
        knob("architecture").choose("s390x");
        assertThat(knob("architecture").remark().get()).isEmpty();
    }

    @Test
    void anArchitectureThatIsNotExecutedHereIsNoError() {
        openPreset("debian-o2");
        assertThat(knob("architecture").remark().get()).isEmpty();
        knob("architecture").choose("arm64");
        assertThat(knob("architecture").remark().get()).contains("emulates arm64", "not measured");
        knob("architecture").choose("s390x");
        assertThat(knob("architecture").remark().get()).contains("can be exported");
        assertThat(studio.recipes.hasErrors().get()).isFalse();
    }

    @Test
    void aRemedySaysWhatItTurns() {
        openPreset("debian-o2");
        knob("architecture").choose("arm/v6");
        Finding finding = knob("architecture").findings().getFirst();
        assertThat(knob("architecture").changes(finding.remedy().orElseThrow()))
                .startsWith("Base image: debian:trixie-slim → ");
    }

    @Test
    void anErrorStandsAlsoUnderTheChangedKnobThatBroughtIt() {
        openPreset("official-alpine");
        knob("architecture").choose("arm/v6");
        knob("base").choose("debian:trixie-slim");
        assertThat(knob("architecture").findings()).hasSize(1);
        assertThat(knob("base").findings()).isEqualTo(knob("architecture").findings());
        assertThat(group("base").summary().get()).endsWith("1 error");
        assertThat(knob("base").saidElsewhere())
                .singleElement()
                .asString()
                .endsWith("(at Architecture)");
        studio.recipes.undo();
        assertThat(knob("base").saidElsewhere()).isEmpty();
    }

    @Test
    void aValueThatNobodyHasBuiltSaysSoInTheList() {
        assertThat(choice("base", "alpine:3.24").note()).isEqualTo("rendered, not built");
        assertThat(choice("base", "debian:trixie-slim").note()).isEmpty();
    }

    @Test
    void searchLooksAtWhatIsSaidOfAKnobAndTalliesWhatItFinds() {
        assertThat(studio.configure.tally().get()).isEmpty();
        studio.configure.search().set("  HUGE pages ");
        int found = studio.configure.found().get();
        assertThat(studio.configure.tally().get())
                .isEqualTo(found + " of " + Catalogue.knobs().size());
        studio.configure.search().set("jemalloc");
        assertThat(shown()).contains("allocator").doesNotContain("gil");
        studio.configure.goToFound();
        assertThat(studio.recipes.focused().get()).isEqualTo(shown().getFirst());

        studio.configure.search().set("no such words");
        assertThat(studio.configure.nothing().get()).startsWith("No knob has these words");
        studio.configure.goToFound();
        studio.configure.search().set("");
        openPreset("debian-o2");
        studio.configure.onlyChanged().set(true);
        assertThat(studio.configure.nothing().get()).contains("differs from debian-o2");
        studio.configure.showAll();
        assertThat(shown()).hasSize(Catalogue.knobs().size());
        assertThat(studio.configure.nothing().get()).isEmpty();
    }

    private GroupViewModel group(String knob) {
        return studio.configure.groups().stream()
                .filter(group -> group.knobs().stream().anyMatch(k -> k.id().equals(knob)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hoveringAKnobOrALineLightsTheOther() {
        knob("lto").hover(true);
        assertThat(studio.preview.hovered().get()).isEqualTo("lto");
        knob("lto").hover(false);
        studio.preview.hovered().set("pgo");
        assertThat(knob("pgo").lit().get()).isTrue();
        assertThat(knob("lto").lit().get()).isFalse();
    }

    @Test
    void savesUnderANewNameAndThenWithoutAsking() throws IOException {
        openPreset("debian-o2");
        knob("lto").choose("full");
        dialogs.file = Optional.of(folder.resolve("mine.json"));
        studio.presets.save();
        fx.run();
        assertThat(studio.recipes.name().get()).isEqualTo("mine");
        assertThat(studio.recipes.dirty().get()).isFalse();
        int asked = dialogs.asked.size();

        knob("pgo").choose("on");
        studio.presets.save();
        fx.run();
        assertThat(dialogs.asked).hasSize(asked);
        assertThat(Files.readString(folder.resolve("mine.json"))).contains("\"pgo\": true");
    }

    @Test
    void unsavedChangesAreAskedAboutBeforeTheyAreLost() {
        openPreset("debian-o2");
        knob("lto").choose("full");
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        openPreset("debian-o3");
        assertThat(studio.recipes.name().get()).isEqualTo("debian-o2");
        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        openPreset("debian-o3");
        assertThat(studio.recipes.name().get()).isEqualTo("debian-o3");
    }

    @Test
    void aBadPresetFileIsReportedWithLineAndColumn() throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(
                file, "{\"schema\": 1, \"name\": \"bad\",\n \"knobs\": {\"lto\": \"fulll\"}}");
        dialogs.file = Optional.of(file);
        studio.presets.openFile();
        fx.run();
        assertThat(studio.navigation.problem().get().text())
                .contains("bad.json:2:")
                .contains("fulll");
    }

    @Test
    void aBuildEndsWithItsProofs() {
        services.breaksProof = true;
        openPreset("debian-o2");
        studio.builds.build();
        fx.run();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.BUILDS);
        assertThat(studio.builds.state().get()).isEqualTo(JobState.SUCCEEDED);
        assertThat(studio.builds.steps()).hasSize(FakeServices.STEPS);
        assertThat(studio.builds.proofs().getFirst()).matches(proof -> !proof.holds());
        assertThat(studio.builds.proofs().stream().filter(Proven::holds)).isNotEmpty();
        assertThat(studio.builds.headline().get())
                .contains("proofs hold", "126 MB", "pykiln/debian-o2:latest");
        assertThat(studio.navigation.problem().get().summary()).contains("1 proof does not hold");
    }

    @Test
    void aRunningBuildIsCancelled() {
        services.gate = Optional.of(new CountDownLatch(1));
        holds = true;
        studio.builds.build();
        assertThat(studio.jobs.isBusy()).isTrue();
        Thread worker = Thread.ofVirtual().start(held.remove());
        while (studio.builds.steps().size() < 3) {
            fx.run();
            Thread.onSpinWait();
        }
        studio.builds.cancel();
        fx.run();
        assertThat(studio.builds.state().get()).isEqualTo(JobState.CANCELLING);
        held.remove().run();
        join(worker);
        fx.run();
        assertThat(studio.builds.state().get()).isEqualTo(JobState.CANCELLED);
        assertThat(studio.builds.proofs()).isEmpty();
        assertThat(fx.timers()).isZero();
    }

    @Test
    void aFailedBuildNamesItsStepAndKeepsItsLog() {
        services.breaksBuild = true;
        studio.builds.build();
        fx.run();
        assertThat(studio.builds.state().get()).isEqualTo(JobState.FAILED);
        assertThat(studio.jobs.jobs().getFirst().failedStep().orElseThrow().number())
                .isEqualTo(FakeServices.STEPS);
        assertThat(studio.navigation.problem().get().help()).isEqualTo("docker system df");
        assertThat(studio.jobs.log().text()).contains("No space left on device");
        studio.jobs.log().find().query().set("lto-wrapper");
        fx.run();
        assertThat(studio.jobs.log().find().matches().get()).isEqualTo("1 of 2");
        assertThat(studio.jobs.log().follow().get()).isFalse();
    }

    @Test
    void aRecipeWithErrorsIsNotBuiltAndTheErrorIsShown() {
        knob("lto").choose("thin");
        studio.builds.build();
        assertThat(services.calls).isEmpty();
        assertThat(studio.navigation.section().get()).isEqualTo(Section.CONFIGURE);
        assertThat(studio.recipes.focused().get()).isEqualTo("lto");
        assertThat(studio.navigation.problem().get().detail()).contains("Clang");
    }

    @Test
    void measuringEndsInResults() {
        openPreset("debian-o2");
        studio.measure.open();
        fx.run();
        studio.measure.subjects().stream()
                .filter(subject -> subject.name().equals("debian-o3"))
                .forEach(subject -> subject.picked().set(true));
        assertThat(studio.measure.picked()).containsExactly("debian-o2", "debian-o3");
        assertThat(studio.measure.plan().get()).contains("= 48 processes");
        studio.measure.baseline().set("debian-o3");
        studio.measure.start();
        fx.run();
        assertThat(services.calls)
                .containsExactly("host", "measure [debian-o2, debian-o3] against debian-o3 QUICK");
        assertThat(studio.navigation.section().get()).isEqualTo(Section.RESULTS);
        assertThat(studio.results.sentence().get()).startsWith("debian-o3 is 1.0");
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() {
        studio.measure.open();
        fx.run();
        studio.measure.subjects().forEach(subject -> subject.picked().set(false));
        studio.measure.start();
        assertThat(studio.measure.complaint().get()).contains("at least one preset");
        studio.measure.subjects().getFirst().picked().set(true);
        assertThat(studio.measure.complaint().get()).isEmpty();
        studio.measure.benchmarks().pickNone();
        studio.measure.start();
        assertThat(studio.measure.complaint().get()).contains("at least one benchmark");
        studio.measure.benchmarks().pick(BenchmarkGroup.SMOKE);
        assertThat(studio.measure.complaint().get()).isEmpty();
    }

    @Test
    void resultsNameBothSidesAndAnotherBaselineTurnsThemRound() {
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        assertThat(studio.table.lines())
                .filteredOn(ResultLine::total)
                .singleElement()
                .matches(line -> line.verdict() == Verdict.FASTER);
        studio.table.copyMarkdown();
        assertThat(dialogs.clipboard).contains("| nbody |");
        studio.table.copyCsv();
        assertThat(dialogs.clipboard).startsWith("baseline,candidate,");
        assertThat(studio.results.images()).extracting(i -> i.good()).containsExactly(true, false);

        studio.results.baseline().set("debian-o3");
        fx.run();
        assertThat(studio.results.sentence().get())
                .startsWith("debian-o2 is")
                .contains("slower than debian-o3");
        assertThat(fx.waiting()).isZero();
    }

    @Test
    void thePublishedTableIsShownBesideTheResultsOnDemand() {
        assertThat(studio.replay.offered().get()).isFalse();
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        assertThat(studio.replay.offered().get()).isTrue();
        assertThat(services.calls).noneMatch(call -> call.startsWith("replay"));

        studio.replay.open().set(true);
        fx.run();

        assertThat(studio.replay.lines()).hasSize(8);
        assertThat(studio.replay.lines().getLast().name()).isEqualTo("geometric mean");
        assertThat(studio.replay.lines().getLast().published()).isEqualTo("0.750x");
        assertThat(studio.replay.text().get()).contains("0.75x the time as published");

        studio.results.open(List.of(Path.of("three")));
        fx.run();
        assertThat(studio.replay.lines()).isEmpty();
        assertThat(studio.replay.text().get()).isEqualTo("They have nothing in common.");
        studio.results.open(studio.results.references().getFirst().sources());
        fx.run();
        assertThat(studio.replay.offered().get()).isFalse();
    }

    @Test
    void aSessionIsGivenAwayAsABundleAndOneIsOpened() {
        studio.results.writeBundle();
        assertThat(dialogs.asked).isEmpty();
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        dialogs.file = Optional.of(Path.of("x.zip"));

        studio.results.writeBundle();
        fx.run();

        assertThat(dialogs.asked).contains("Save the bundle session-2026-11-23-14-02.zip");
        assertThat(services.calls).contains("bundle x.zip");
        assertThat(studio.navigation.notice().get())
                .isEqualTo(
                        "Bundle written to x.zip; removed: a proxy setting, from failures.jsonl");
        studio.results.openBundle();
        fx.run();
        assertThat(studio.results.results().get().sources()).containsExactly(Path.of("x.zip"));
    }

    @Test
    void badResultsAreReportedAndTheOldOnesStay() {
        studio.results.open(List.of(Path.of("session")));
        fx.run();
        studio.results.open(List.of(Path.of("broken.json")));
        fx.run();
        assertThat(studio.navigation.problem().get().detail()).contains("broken.json:1:1");
        assertThat(studio.table.lines()).isNotEmpty();
    }

    @Test
    void withoutAnEngineEverythingElseWorks() {
        services.hasEngine = false;
        studio.engine.refresh();
        fx.run();
        assertThat(studio.engine.line()).isEqualTo("no engine");
        knob("lto").choose("full");
        assertThat(studio.preview.text()).contains("--with-lto=full");
        dialogs.file = Optional.of(folder);
        studio.preview.export().folder();
        fx.run();
        assertThat(studio.navigation.notice().get()).startsWith("Exported 2 files");

        studio.builds.build();
        assertThat(studio.navigation.problem().get().summary()).contains("no container engine");
        studio.measure.open();
        fx.run();
        studio.measure.start();
        assertThat(studio.measure.complaint().get()).contains("no container engine");
        assertThat(services.calls).containsExactly("export " + studio.recipes.named().name());
        assertThat(studio.engine.status().get().help().getFirst().line())
                .isEqualTo("sudo usermod -aG docker \"$USER\"");
        assertThat(studio.engine.places())
                .extracting(Place::state)
                .containsOnly(Place.State.NOT_USABLE);
        assertThat(studio.engine.unknown().get()).startsWith("This is known as soon as");
    }

    private void openPreset(String name) {
        studio.presets.presets().stream()
                .filter(preset -> preset.name().equals(name))
                .forEach(studio.presets::open);
        fx.run();
    }

    private KnobViewModel knob(String id) {
        String known = Catalogue.knob(id).id();
        return studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals(known))
                .findFirst()
                .orElseThrow();
    }

    private Choice choice(String knob, String text) {
        return knob(knob).choices().stream()
                .filter(choice -> choice.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return studio.configure.knobs().stream()
                .filter(knob -> knob.shown().get())
                .map(KnobViewModel::id)
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
