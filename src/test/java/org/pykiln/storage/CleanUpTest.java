package org.pykiln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.storage.CleanUp.Event;
import org.pykiln.testing.FakeEngine;

class CleanUpTest {
    private final FakeEngine engine = new FakeEngine();
    private final Storage storage =
            new Storage(
                    engine, new Needs(Map.of(), Map.of(), "now", Set.of()), InstantSource.system());
    private final CleanUp cleanUp = new CleanUp(engine, storage);
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void leftovers() {
        engine.withImage(stage("sha256:a"));
        engine.withImage(stage("sha256:b"));
        engine.createVolume("kit-old", Map.of(Labels.KIT, "old"));
        engine.createVolume("kit-now", Map.of(Labels.KIT, "now"));
    }

    @Test
    void removesWhatWasAgreedAndSaysWhatBecameFree() {
        CleanUp.Report report =
                cleanUp.run(storage.inventory().going(), false, events::add, new Cancellation());
        assertThat(report.removed())
                .extracting(Item::id)
                .containsExactly("sha256:a", "sha256:b", "kit-old");
        assertThat(report.kept()).isEmpty();
        assertThat(report.layersBefore() - report.layersAfter()).isEqualTo(2000);
        assertThat(report.freedBytes()).isEqualTo(2000 + 5_000_000);
        assertThat(events).hasSize(6);
        assertThat(events.getFirst()).isInstanceOf(Event.Removing.class);
        assertThat(storage.inventory().items()).extracting(Item::id).containsExactly("kit-now");
    }

    @Test
    void removesNothingThatWasNotShown() {
        List<Item> agreed = storage.inventory().going();
        engine.withImage(stage("sha256:later"));
        cleanUp.run(agreed, false, events::add, new Cancellation());
        assertThat(engine.image("sha256:later")).isPresent();
    }

    @Test
    void keepsWhatIsNeededByNow() {
        List<Item> agreed = storage.inventory().going();
        Storage later =
                new Storage(
                        engine,
                        new Needs(Map.of(), Map.of(), "old", Set.of()),
                        InstantSource.system());
        CleanUp.Report report =
                new CleanUp(engine, later).run(agreed, false, events::add, new Cancellation());
        assertThat(report.kept()).hasSize(1);
        assertThat(report.kept().getFirst().why()).isEqualTo("this version measures with it");
        assertThat(engine.volumes(Map.of(Labels.KIT, "old"))).containsExactly("kit-old");
    }

    @Test
    void aPersonMayRemoveWhatIsNeeded() {
        List<Item> needed = List.of(storage.inventory().find("kit-now").orElseThrow());
        assertThat(cleanUp.run(needed, false, events::add, new Cancellation()).removed()).isEmpty();
        assertThat(cleanUp.run(needed, true, events::add, new Cancellation()).removed())
                .isEqualTo(needed);
    }

    @Test
    void saysWhyTheEngineRefused() {
        List<Item> agreed = storage.inventory().going();
        CleanUp.Report report =
                cleanUp.run(
                        agreed,
                        false,
                        event -> {
                            if (event instanceof Event.Removing(int number, int of, Item item)
                                    && number == 2) {
                                engine.failNext(new EngineProblem.Unexpected("it is locked"));
                            }
                        },
                        new Cancellation());
        assertThat(report.kept()).extracting(Event.Kept::why).containsExactly("it is locked");
        assertThat(report.removed()).hasSize(2);
    }

    @Test
    void containersOfDeadProcessesGoAndOthersThatCameSinceStay() {
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000);
        String orphan = start(gone);
        List<Item> agreed = storage.inventory().going();
        String later = start(gone);

        CleanUp.Report report = cleanUp.run(agreed, false, events::add, new Cancellation());
        assertThat(report.removed()).extracting(Item::id).contains(orphan);
        assertThat(events.getFirst()).isEqualTo(new Event.Watching(1));
        assertThat(engine.left()).extracting(one -> one.id()).containsExactly(later);
    }

    private String start(Owner owner) {
        return engine.start(
                new ContainerRequest(
                        "sha256:a",
                        List.of("sleep"),
                        "",
                        Map.of(),
                        Map.of(Labels.OWNER, owner.label()),
                        Map.of(),
                        true,
                        Optional.empty(),
                        0,
                        false,
                        Map.of()),
                warning -> {});
    }

    @Test
    void stopsBetweenTwoThings() {
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() ->
                        cleanUp.run(
                                storage.inventory().going(),
                                false,
                                event -> cancellation.cancel(),
                                cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(engine.image("sha256:a")).isEmpty();
        assertThat(engine.image("sha256:b")).isPresent();
    }

    private static ImageFacts stage(String id) {
        return new ImageFacts(
                id, List.of(), 1000, "amd64", Map.of(Labels.STAGE, "build"), List.of(), List.of());
    }
}
