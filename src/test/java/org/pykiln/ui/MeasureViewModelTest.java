package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.BenchmarkGroup;
import org.pykiln.bench.HostFacts;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.ui.bench.LiveLine;
import org.pykiln.ui.bench.LiveSessionViewModel.State;
import org.pykiln.ui.bench.MeasureViewModel;
import org.pykiln.ui.bench.SessionOptionsViewModel;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// The Measure section without a window.
class MeasureViewModelTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private FakeServices services;
    private Studio studio;
    private MeasureViewModel measure;
    private SessionOptionsViewModel options;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        studio =
                new Studio(
                        services.all(),
                        new FakeDialogs(),
                        fx,
                        Runnable::run,
                        InstantSource.fixed(Instant.parse("2026-11-23T14:02:00Z")));
        studio.start();
        fx.run();
        measure = studio.measure;
        options = measure.options();
        measure.open();
        fx.run();
    }

    private void pick(String... names) {
        measure.subjects()
                .forEach(subject -> subject.picked().set(List.of(names).contains(subject.name())));
    }

    private void start() {
        measure.start();
        fx.run();
    }

    @Test
    void thePlanSaysHowMuchAndHowLong() {
        pick("debian-o2", "debian-o3");
        assertThat(measure.plan().get())
                .isEqualTo(
                        "2 images × 4 datapoints × 6 rounds = 48 processes, one at a time:"
                                + " about 0:48, when all is built");
        options.mode().set(Mode.STANDARD);
        options.builds().set(3);
        options.stopsWhenExact().set(true);
        assertThat(measure.plan().get())
                .startsWith("6 images × 4 datapoints × 20 rounds = 480 processes")
                .contains("at most 8:00");
        pick();
        assertThat(measure.plan().get()).isEmpty();
    }

    @Test
    void groupsPickTheirBenchmarksAndNoOthers() {
        assertThat(measure.benchmarks().picked()).hasSize(4);
        measure.benchmarks().pick(BenchmarkGroup.KIT);
        assertThat(measure.benchmarks().picked()).hasSize(7).doesNotContain("sympy");
        measure.benchmarks().pick(BenchmarkGroup.ALL);
        assertThat(measure.benchmarks().picked()).hasSize(8);
        measure.benchmarks().pick(BenchmarkGroup.SMOKE);
        assertThat(measure.benchmarks().picked()).hasSize(4);
        assertThat(measure.benchmarks().text(BenchmarkGroup.KIT)).isEqualTo("kit (7)");
    }

    @Test
    void whatWasChosenIsAskedFor() {
        pick("debian-o2", "debian-o3");
        options.cpus().set(" 0, 1 ");
        options.memory().set("2g");
        options.builds().set(2);
        start();
        assertThat(services.requests)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.limits())
                            .isEqualTo(new Limits(Optional.of("0,1"), 2L << 30));
                    assertThat(request.builds()).isEqualTo(2);
                });
    }

    @Test
    void badLimitsAreSaidAtOnceAndNothingStarts() {
        pick("debian-o2");
        options.cpus().set("two");
        assertThat(options.complaint().get())
                .isEqualTo(
                        "The CPUs cannot be \"two\"; expected numbers of CPUs such as 1 or 0,2-3");
        start();
        assertThat(measure.complaint().get()).startsWith("The CPUs cannot be");
        options.cpus().set("7");
        assertThat(options.complaint().get())
                .isEqualTo("The engine's host has no CPU 7; expected some of 0, 1; nearest: 1");
        options.cpus().set("");
        options.memory().set("1m");
        assertThat(options.complaint().get()).contains("expected at least 64m");
        assertThat(services.requests).isEmpty();
        options.memory().set("");
        assertThat(measure.complaint().get()).isEmpty();
        start();
        assertThat(services.requests).hasSize(1);
    }

    @Test
    void cpusOfTheHostAreOffered() {
        assertThat(options.offers()).containsExactly("0", "1", "0,1");
        services.host = Optional.empty();
        measure.reload();
        fx.run();
        assertThat(options.offers()).containsExactly("0", "1", "0,1");
        assertThat(measure.host().line().get()).startsWith("2 CPUs; how busy it is will be known");
    }

    @Test
    void aNoisyHostAndEmulatedImagesAreSaidBeforeAnythingStarts() {
        services.host =
                Optional.of(
                        new HostFacts(
                                1.3,
                                List.of(0, 1),
                                "",
                                "powersave",
                                "on",
                                true,
                                List.of(0, 1),
                                List.of("The host is busy.", "Turbo frequencies are on.")));
        measure.reload();
        fx.run();
        assertThat(measure.host().line().get()).isEqualTo("2 CPUs · load 1.3");
        assertThat(measure.host().warnings())
                .containsExactly("The host is busy.", "Turbo frequencies are on.");

        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals("architecture"))
                .forEach(knob -> knob.choose("arm64"));
        measure.reload();
        fx.run();
        pick(studio.recipes.named().name());
        assertThat(measure.host().warnings().getFirst())
                .contains("is for arm64 and would be emulated on this amd64 engine");
        start();
        assertThat(services.requests).hasSize(1);
    }

    @Test
    void theHostIsNotLookedAtWithoutAnEngine() {
        services.calls.clear();
        services.hasEngine = false;
        studio.engine.refresh();
        fx.run();
        measure.reload();
        fx.run();
        assertThat(services.calls).doesNotContain("host");
        assertThat(measure.host().line().get()).isEmpty();
    }

    @Test
    void aSessionIsWatchedWithItsResultsSoFar() {
        services.session.disturbed = 7;
        services.session.failing = 9;
        pick("debian-o2", "debian-o3");
        start();
        assertThat(studio.measuring.state().get()).isEqualTo(State.ENDED);
        assertThat(studio.measuring.title().get()).isEqualTo("debian-o2, debian-o3");
        assertThat(studio.measuring.line().get()).startsWith("done · 48 of 48 units");
        assertThat(studio.measuring.counts().get())
                .isEqualTo("against debian-o2 · 1 failed · 1 disturbed · 0 rounds measured again");
        assertThat(studio.measuring.warnings().getLast())
                .endsWith("other processes had 31 % of its CPU");
        assertThat(studio.measuring.lines())
                .extracting(LiveLine::datapoint)
                .containsExactly("nbody", "deltablue", "json_loads", "regex_dna");
        assertThat(studio.measuring.lines())
                .allSatisfy(line -> {
                    assertThat(line.image()).isEqualTo("debian-o3");
                    assertThat(line.estimate().ratio()).isBetween(0.88, 0.92);
                });
        assertThat(studio.measuring.lines()).extracting(LiveLine::done).containsExactly(5, 6, 6, 6);
        studio.measuring.close();
        assertThat(studio.measuring.state().get()).isEqualTo(State.NONE);
    }

    @Test
    void unfinishedSessionsAreOfferedAlsoByName() {
        services.unfinished.add(
                new Unfinished(Path.of("sessions", "old"), List.of("quick", "o3"), 7, 24));
        measure.reload();
        fx.run();
        List<Command> commands = new ArrayList<>();
        Toolkit.run(() -> commands.addAll(Commands.of(studio, new Themes())));
        Command command =
                commands.stream()
                        .filter(one -> one.name().startsWith("Go on measuring"))
                        .findFirst()
                        .orElseThrow();
        assertThat(command.name()).isEqualTo("Go on measuring 7 of 24 units · quick, o3");
        command.action().run();
        fx.run();
        assertThat(services.calls).contains("resume " + Path.of("sessions", "old"));
        assertThat(measure.unfinished().sessions()).isEmpty();
        assertThat(studio.measuring.title().get()).isEqualTo("quick, o3");
    }
}
