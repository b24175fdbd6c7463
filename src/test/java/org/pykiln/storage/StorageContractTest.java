package org.pykiln.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.engine.docker.Contexts;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.recipe.Catalogue;
import org.pykiln.storage.Item.Fate;
import org.pykiln.testing.EngineTest;

/// What a real engine tells of its disk, and what goes. Only what carries this run's own label is
/// looked at, so nothing else on the machine can go.
@EngineTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StorageContractTest {
    private static final String LABEL = "org.pykiln.test";
    private static final String BASE = "debian:trixie-slim";

    private final String id = UUID.randomUUID().toString();
    private final String hash = id.replace("-", "");
    private final Map<String, String> mine = Map.of(LABEL, id);

    /// The newest first, as an image goes after those that were made from it.
    private final List<String> built = new ArrayList<>();

    private final Engine engine = new DockerDiscovery(Surroundings.ofThisMachine()).open();

    @AfterEach
    void clean() {
        engine.containers(mine).forEach(one -> engine.removeContainer(one.id()));
        built.forEach(engine::removeImage);
        engine.volumes(mine).forEach(engine::removeVolume);
        engine.close();
    }

    @Test
    void removesOnlyWhatNobodyNeeds() {
        String superseded = finished("one", List.of());
        String kept = finished("two", List.of("pykiln:" + hash.substring(0, 12)));
        String derived =
                build("FROM %s\nLABEL %s=%s\nRUN echo mine >/mine\n".formatted(kept, LABEL, id));
        String used = finished("three", List.of());
        engine.start(container(used), warning -> {});
        engine.createVolume("pykiln-test-" + id, Map.of(LABEL, id, Labels.KIT, "another"));

        Storage storage = storage(Map.of(kept, "receipt of test"));
        Inventory inventory = storage.inventory();
        assertThat(inventory.layersBytes()).isPositive();
        assertThat(inventory.find(derived)).isEmpty();
        assertThat(inventory.find(used).orElseThrow().fate()).isEqualTo(Fate.IN_USE);
        assertThat(inventory.find(kept).orElseThrow().fate()).isEqualTo(Fate.STAYS);
        Item first = inventory.find(superseded).orElseThrow();
        assertThat(first.ownBytes()).isBetween(2_000_000L, first.bytes() - 1);
        assertThat(inventory.going())
                .extracting(Item::id)
                .contains(superseded, "pykiln-test-" + id)
                .doesNotContain(kept, used, derived);

        CleanUp.Report report =
                new CleanUp(engine, storage)
                        .run(inventory.going(), false, event -> {}, new Cancellation());
        assertThat(report.kept()).isEmpty();
        assertThat(report.freedBytes()).isGreaterThan(2_000_000);
        assertThat(engine.images(mine))
                .extracting(ImageFacts::id)
                .contains(kept, derived, used)
                .doesNotContain(superseded);
        assertThat(engine.volumes(mine)).isEmpty();
    }

    /// As a recipe's Dockerfile ends, with a file of two megabytes of its own.
    private String finished(String content, List<String> tags) {
        return build(
                """
                FROM %s
                LABEL %s=%s org.pykiln.stage=test
                RUN head -c 2000000 /dev/urandom >/file; echo %s >>/file
                LABEL org.pykiln.stage=finished %s=%s
                CMD ["python3"]
                """
                        .formatted(BASE, LABEL, id, content, Catalogue.RECIPE_LABEL, hash),
                tags);
    }

    private String build(String dockerfile) {
        return build(dockerfile, List.of());
    }

    private String build(String dockerfile, List<String> tags) {
        built.addFirst(
                engine.build(
                        new BuildRequest(
                                Contexts.dockerfile(dockerfile),
                                tags,
                                Map.of(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        event -> {},
                        new Cancellation()));
        return built.getFirst();
    }

    private ContainerRequest container(String image) {
        return new ContainerRequest(
                image,
                List.of("sleep", "infinity"),
                "kiln",
                Map.of(),
                mine,
                Map.of(),
                true,
                Optional.empty(),
                0,
                false,
                Map.of());
    }

    /// Later by so much that nothing counts as only just built.
    private Storage storage(Map<String, String> needed) {
        InstantSource later = () -> InstantSource.system().instant().plus(Duration.ofHours(1));
        return new Storage(
                engine,
                new Needs(needed, Map.of(), "now", Set.of()),
                later,
                labels -> id.equals(labels.get(LABEL)));
    }
}
