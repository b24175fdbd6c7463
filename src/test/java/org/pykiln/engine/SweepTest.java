package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykiln.testing.FakeEngine;

class SweepTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final FakeEngine engine = new FakeEngine();
    private final Sweep sweep = new Sweep(engine, SHORT);

    @BeforeEach
    void images() {
        engine.withImage(image("sha256:layer"));
        engine.withImage(image("sha256:named", "pykiln/x:latest"));
    }

    @Test
    void removesWhatHasLostItsOwner() {
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000);
        Owner elsewhere = new Owner("another.example", 1, 1);
        String orphan = container("sha256:named", Labels.OWNER, gone.label());
        String mine = container("sha256:named", Labels.OWNER, self.label());
        String theirs = container("sha256:named", Labels.OWNER, elsewhere.label());
        String strange = container("sha256:named", Labels.OWNER, "what?");
        String foreign = container("sha256:named", "com.example", "x");

        assertThat(sweep.run(new Cancellation()))
                .extracting(ContainerFacts::id)
                .containsExactly(orphan);
        assertThat(left()).containsExactly(mine, theirs, strange, foreign);
    }

    @Test
    void removesImagesThatHaveLostTheirOwner() {
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000);
        engine.withImage(owned("sha256:orphan", gone)).withImage(owned("sha256:mine", self));

        sweep.run(new Cancellation());

        assertThat(engine.image("sha256:orphan")).isEmpty();
        assertThat(engine.image("sha256:mine")).isPresent();
        assertThat(engine.image("sha256:named")).isPresent();
    }

    private static ImageFacts owned(String id, Owner owner) {
        Map<String, String> labels = Map.of(Labels.OWNER, owner.label());
        return new ImageFacts(id, List.of(), 1, "amd64", labels, List.of(), List.of());
    }

    @Test
    void removesEndedStepsThatNobodyTakesAway() {
        String ended = container("sha256:layer", Labels.STAGE, "build");
        engine.setState(ended, "exited");
        String running = container("sha256:layer", Labels.STAGE, "build");

        assertThat(sweep.run(new Cancellation()))
                .extracting(ContainerFacts::id)
                .containsExactly(ended);
        assertThat(left()).containsExactly(running);
    }

    @Test
    void leavesWhatAPersonRanFromAnImage() {
        String person = container("pykiln/x:latest", Labels.STAGE, "final");
        engine.setState(person, "exited");
        String untagged =
                start("sha256:layer", Map.of(Labels.STAGE, "final", Labels.RECIPE, "abc"));
        engine.setState(untagged, "exited");

        assertThat(sweep.run(new Cancellation())).isEmpty();
        assertThat(left()).containsExactly(person, untagged);
    }

    @Test
    void leavesEndedStepsWhenItIsToldToStop() {
        engine.setState(container("sha256:layer", Labels.STAGE, "build"), "exited");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThat(new Sweep(engine, Duration.ofHours(1)).run(cancelled)).isEmpty();
        assertThat(left()).hasSize(1);
    }

    private String container(String image, String label, String value) {
        return start(image, Map.of(label, value));
    }

    private String start(String image, Map<String, String> labels) {
        return engine.start(
                new ContainerRequest(
                        image,
                        List.of("sleep"),
                        "",
                        Map.of(),
                        labels,
                        Map.of(),
                        true,
                        Optional.empty(),
                        0,
                        false,
                        Map.of()),
                warning -> {});
    }

    private List<String> left() {
        return engine.left().stream().map(FakeEngine.FakeContainer::id).toList();
    }

    private static ImageFacts image(String id, String... tags) {
        return new ImageFacts(id, List.of(tags), 1, "amd64", Map.of(), List.of(), List.of());
    }
}
