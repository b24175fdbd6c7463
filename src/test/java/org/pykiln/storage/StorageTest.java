package org.pykiln.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.recipe.Catalogue;
import org.pykiln.storage.Item.Fate;
import org.pykiln.storage.Item.Kind;
import org.pykiln.testing.FakeEngine;

class StorageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(86_400);
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final String OURS = "pykiln:0123456789ab";
    private static final List<String> BUILT =
            List.of(
                    "/bin/bash -o pipefail -c #(nop)  CMD [\"python3\"]",
                    "/bin/bash -o pipefail -c #(nop)  LABEL org.opencontainers.image.title=CPython "
                            + Catalogue.RECIPE_LABEL
                            + "="
                            + HASH,
                    "/bin/bash -o pipefail -c set -eux");

    private final FakeEngine engine = new FakeEngine();
    private Needs needs = new Needs(Map.of(), Map.of(), "kit-now", Set.of("layer-now"));

    @Test
    void anImageThatNobodyNeedsGoes() {
        finished("sha256:unnamed", BUILT);
        finished("sha256:named", BUILT, OURS);
        finished("sha256:of-a-session", BUILT, OURS + "-00000000c0ffee00-2");

        assertThat(inventory().going())
                .extracting(Item::id)
                .containsExactlyInAnyOrder("sha256:unnamed", "sha256:named", "sha256:of-a-session");
        assertThat(item("sha256:unnamed").why()).contains("a newer build");
    }

    @Test
    void whatAReceiptPresetSessionOrPersonNeedsStays() {
        needs =
                new Needs(
                        Map.of("sha256:receipt", "receipt of mine"),
                        Map.of(HASH, "preset quick"),
                        "",
                        Set.of());
        finished("sha256:receipt", List.of());
        finished("sha256:preset", BUILT, OURS);
        finished("sha256:superseded", BUILT);
        assertThat(item("sha256:receipt")).returns(Fate.STAYS, Item::fate);
        assertThat(item("sha256:preset").why()).isEqualTo("preset quick");
        assertThat(item("sha256:superseded").fate()).isEqualTo(Fate.GOES);

        needs = new Needs(Map.of(), Map.of(), "", Set.of());
        finished("sha256:person", BUILT, OURS, "release:1");
        assertThat(item("sha256:person").why()).isEqualTo("somebody named it release:1");
        assertThat(item("sha256:person").isRemovable()).isTrue();
    }

    @Test
    void whatSomebodyMadeFromAnImageIsNotPyKilns() {
        List<String> derived = List.of("RUN pip install app", BUILT.get(0), BUILT.get(1));
        finished("sha256:derived", derived);
        finished("sha256:derived-and-named", derived, OURS);
        finished("sha256:exported", BUILT, "debian-o3:latest");
        finished("sha256:baked", BUILT, "pykiln:debian-o3");
        finished("sha256:unknown", List.of());
        engine.withImage(image("sha256:foreign", Map.of(), "debian:trixie-slim"));

        assertThat(inventory().items()).isEmpty();
    }

    @Test
    void aUserInTheRecipeIsNoOtherImage() {
        finished(
                "sha256:user",
                List.of(
                        "CMD [\"python3\"]",
                        "USER 1000:1000",
                        "LABEL a=b " + Catalogue.RECIPE_LABEL + "=" + HASH));
        assertThat(item("sha256:user").goes()).isTrue();
        finished("sha256:other-recipe", List.of(BUILT.get(0), BUILT.get(1).replace(HASH, "77")));
        assertThat(inventory().find("sha256:other-recipe")).isEmpty();
    }

    @Test
    void whatAContainerWasMadeFromIsInUse() {
        finished("sha256:used", BUILT, OURS);
        engine.setState(start("sha256:used", Map.of(), Map.of()), "exited");
        assertThat(item("sha256:used").fate()).isEqualTo(Fate.IN_USE);
        assertThat(item("sha256:used").isRemovable()).isFalse();
    }

    @Test
    void whatWasOnlyJustBuiltStays() {
        engine.withImage(image("sha256:new", recipe(), OURS), NOW.minusSeconds(60), BUILT);
        assertThat(item("sha256:new").fate()).isEqualTo(Fate.STAYS);
    }

    @Test
    void stagesGoUnlessABuildRuns() {
        stage("sha256:old-stage", OLD);
        assertThat(item("sha256:old-stage")).returns(Kind.LEFTOVER, Item::kind);
        assertThat(item("sha256:old-stage").goes()).isTrue();

        engine.withImage(image("sha256:layer", Map.of()));
        String step = start("sha256:layer", Map.of(Labels.STAGE, "build"), Map.of());
        assertThat(item("sha256:old-stage").fate()).isEqualTo(Fate.IN_USE);
        engine.removeContainer(step);
        assertThat(item("sha256:old-stage").goes()).isTrue();

        stage("sha256:layer-of-now", NOW.minusSeconds(5));
        assertThat(item("sha256:old-stage").fate()).isEqualTo(Fate.IN_USE);
    }

    @Test
    void imagesOfAProcessGoWithIt() {
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000);
        owned("sha256:mine", self);
        owned("sha256:orphan", gone);
        owned("sha256:elsewhere", new Owner("another.example", 1, 1));
        assertThat(inventory().going()).extracting(Item::id).containsExactly("sha256:orphan");
        assertThat(item("sha256:mine").isRemovable()).isFalse();
    }

    @Test
    void volumesOfOtherVersionsGo() {
        engine.createVolume("kit-old", Map.of(Labels.KIT, "old"));
        engine.createVolume("kit-now", Map.of(Labels.KIT, "kit-now"));
        engine.createVolume("layer-old", Map.of(Labels.LAYER, "old"));
        engine.createVolume("layer-now", Map.of(Labels.LAYER, "layer-now"));
        engine.createVolume("kit-used", Map.of(Labels.KIT, "old"));
        engine.createVolume("foreign", Map.of());
        engine.withImage(image("sha256:x", Map.of()));
        start("sha256:x", Map.of(), Map.of("kit-used", "/kit"));

        assertThat(inventory().going())
                .extracting(Item::id)
                .containsExactlyInAnyOrder("kit-old", "layer-old");
        assertThat(item("kit-now").fate()).isEqualTo(Fate.STAYS);
        assertThat(item("kit-used").fate()).isEqualTo(Fate.IN_USE);
        assertThat(inventory().find("foreign")).isEmpty();
    }

    @Test
    void containersOfDeadProcessesGo() {
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000);
        engine.withImage(image("sha256:x", Map.of(), "x:1"));
        String orphan = start("sha256:x", Map.of(Labels.OWNER, gone.label()), Map.of());
        start("sha256:x", Map.of(Labels.OWNER, self.label(), Labels.SESSION, "s"), Map.of());
        assertThat(inventory().going()).extracting(Item::id).containsExactly(orphan);
    }

    private void finished(String id, List<String> history, String... tags) {
        engine.withImage(image(id, recipe(), tags), OLD, history);
    }

    private void stage(String id, Instant created) {
        engine.withImage(image(id, Map.of(Labels.STAGE, "build")), created, List.of());
    }

    /// What is made from an image for a moment inherits its labels.
    private void owned(String id, Owner owner) {
        Map<String, String> labels = new HashMap<>(recipe());
        labels.put(Labels.OWNER, owner.label());
        engine.withImage(image(id, labels), OLD, BUILT);
    }

    private static Map<String, String> recipe() {
        return Map.of(Catalogue.RECIPE_LABEL, HASH, Labels.STAGE, "finished");
    }

    private static ImageFacts image(String id, Map<String, String> labels, String... tags) {
        return new ImageFacts(id, List.of(tags), 1000, "amd64", labels, List.of(), List.of());
    }

    private String start(String image, Map<String, String> labels, Map<String, String> volumes) {
        return engine.start(
                new ContainerRequest(
                        image,
                        List.of("sleep"),
                        "",
                        Map.of(),
                        labels,
                        volumes,
                        true,
                        Optional.empty(),
                        0,
                        false,
                        Map.of()),
                warning -> {});
    }

    private Inventory inventory() {
        return new Storage(engine, needs, InstantSource.fixed(NOW)).inventory();
    }

    private Item item(String id) {
        return inventory().find(id).orElseThrow();
    }
}
