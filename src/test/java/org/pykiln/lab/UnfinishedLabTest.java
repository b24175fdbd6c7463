package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.Limits;
import org.pykiln.bench.Mode;
import org.pykiln.bench.Pause;
import org.pykiln.bench.Precision;
import org.pykiln.bench.SessionEvent;
import org.pykiln.engine.Cancellation;
import org.pykiln.workspace.Workspace;

/// Labs that somebody stopped, as they are found again.
class UnfinishedLabTest {
    @TempDir Path folder;

    private Path results() {
        return folder.resolve("results");
    }

    /// Runs until so many units are done, then pauses and is cancelled in the pause.
    private void runAndStop(FakeLab fake, LabOrder order, int units) {
        Pause pause = new Pause();
        Cancellation cancellation = new Cancellation();
        int[] done = {0};
        try (Workshop workshop = fake.workshop()) {
            assertThatThrownBy(() ->
                            workshop.lab()
                                    .run(
                                            order,
                                            results(),
                                            pause,
                                            event -> {
                                                if (event instanceof LabEvent.Measuring(var of)) {
                                                    stop(of, units, done, pause, cancellation);
                                                }
                                            },
                                            cancellation))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static void stop(
            SessionEvent event, int units, int[] done, Pause pause, Cancellation cancellation) {
        if (event instanceof SessionEvent.UnitFinished && ++done[0] == units) {
            pause.ask();
        } else if (event instanceof SessionEvent.Paused) {
            cancellation.cancel();
        }
    }

    @Test
    void isFoundWithItsOrderUntilItHasEnded() throws IOException {
        FakeLab fake = new FakeLab(new Workspace(folder.resolve("home")));
        LabOrder order = FakeLab.twoRecipes();
        runAndStop(fake, order, 5);

        assertThat(UnfinishedLab.in(results()))
                .contains(new UnfinishedLab(results(), order, 5, order.units()));
        assertThat(warnings())
                .first(STRING)
                .startsWith(
                        "This session has not come to its end: 5 of %d units"
                                .formatted(order.units()));
        LabOrder again = UnfinishedLab.in(results()).orElseThrow().order();
        try (Workshop workshop = fake.workshop()) {
            workshop.lab().run(again, results(), event -> {}, new Cancellation());
        }
        assertThat(fake.bench.measured().values())
                .allSatisfy(times -> assertThat(times).isEqualTo(Mode.QUICK.rounds()));
        assertThat(UnfinishedLab.in(results())).isEmpty();
        assertThat(warnings()).noneMatch(warning -> warning.contains("its end"));
    }

    private List<String> warnings() throws IOException {
        return Results.open(List.of(results())).warnings();
    }

    @Test
    void everythingOfAnOrderIsReadBack() throws IOException {
        LabOrder order =
                new LabOrder(
                        List.of(
                                new Subject.OfRecipe("o3", FakeLab.O3),
                                new Subject.OfImage("mine", "mine:1")),
                        BenchmarkCatalogue.shipped().select(List.of("nbody", "deepcopy")),
                        Mode.RIGOROUS,
                        Optional.of(new Precision(0.015)),
                        new Limits(Optional.of("0,1"), 2L << 30),
                        3,
                        false);
        LabFolder.claim(results(), order);
        assertThat(UnfinishedLab.in(results()))
                .contains(new UnfinishedLab(results(), order, 0, 4 * 4 * 40));
    }

    @Test
    void aLabOfAnotherVersionIsLeftAlone() throws IOException {
        LabFolder.claim(results(), FakeLab.twoRecipes());
        Path file = results().resolve("lab.json");
        String text = Files.readString(file);
        for (String other :
                List.of(
                        text.replace("\"nbody\"", "\"n_body\""),
                        text.replace("\"opt-level\"", "\"opt\""),
                        text.replace("\"quick\"", "\"slow\""),
                        text.replace("\"cpuset\"", "\"later\": 1, \"cpuset\""),
                        "{}")) {
            assertThat(other).isNotEqualTo(text);
            Files.writeString(file, other);
            assertThat(UnfinishedLab.in(results())).as(other).isEmpty();
        }
        assertThat(UnfinishedLab.in(folder)).isEmpty();
    }
}
