package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;

final class HostInspectionTest {
    private final FakePython python = new FakePython();
    private final PlannedImage image = python.image("a");

    private final Cancellation cancellation = new Cancellation();

    private HostFacts look() {
        return HostInspection.of(python.engine, image.id(), new Cancellation());
    }

    @Test
    void aQuietHostHasNoWarnings() {
        HostFacts host = look();
        assertThat(host.cpus()).containsExactly(0, 1);
        assertThat(host.warnings()).isEmpty();
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void aBusyHostIsSaidToBe() {
        python.load = 1.3;
        assertThat(look().warnings())
                .containsExactly(
                        "The host is busy: its load is 1.3 on 2 CPUs. Results will scatter.");
    }

    @Test
    void aSessionThatMeasuresIsNotDisturbed() {
        python.engine.start(
                new ContainerRequest(
                        image.id(),
                        List.of(),
                        "",
                        Map.of(),
                        Map.of(Labels.SESSION, "other", Labels.OWNER, "elsewhere|1|1"),
                        Map.of(),
                        true,
                        Optional.empty(),
                        0,
                        false,
                        Map.of()),
                warning -> {});
        assertThatThrownBy(this::look)
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("Another benchmark session is measuring");
        assertThat(python.engine.left()).hasSize(1);
    }

    @Test
    void anImageThatDoesNotRunIsPassedOver() {
        ImageFacts first = facts("first");
        python.engine.onExecIn(first.id(), request -> new ExecResult(126, "", "exec format error"));
        List<ImageFacts> images = List.of(gone("lost"), first, facts("good"), facts("later"));

        HostFacts host = HostInspection.ofAny(python.engine, images, cancellation).orElseThrow();

        assertThat(host.cpus()).containsExactly(0, 1);
        assertThat(python.engine.started())
                .extracting(ContainerRequest::image)
                .containsExactly(first.id(), "sha256:good");
        assertThat(python.engine.left()).isEmpty();
    }

    @Test
    void whereNoImageRunsItIsSaidWhyAndWhatHelps() {
        List<ImageFacts> images = Stream.of("a1", "a2").map(HostInspectionTest::gone).toList();
        assertThatThrownBy(() -> HostInspection.ofAny(python.engine, images, cancellation))
                .isInstanceOfSatisfying(
                        BenchException.class,
                        e ->
                                assertThat(e.problem().text())
                                        .contains(
                                                "none of the 2 images",
                                                "Of a1:latest it says: There is no image",
                                                "./pykiln build quick"));
        assertThat(HostInspection.ofAny(python.engine, List.of(), cancellation)).isEmpty();
    }

    @Test
    void anEngineThatIsGoneIsNoFaultOfAnImage() {
        ImageFacts good = facts("good");
        python.engine.die();
        assertThatThrownBy(() -> HostInspection.ofAny(python.engine, List.of(good), cancellation))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("does not answer");
    }

    private ImageFacts facts(String name) {
        return python.engine.image(python.image(name).id()).orElseThrow();
    }

    private static ImageFacts gone(String name) {
        return new ImageFacts(
                "sha256:" + name,
                List.of(name + ":latest"),
                1,
                "amd64",
                Map.of(),
                List.of(),
                List.of());
    }

    @Test
    void anImageWithoutPythonLeavesNoContainer() {
        PlannedImage other = python.image("other");
        python.engine.onExecIn(other.id(), request -> new ExecResult(127, "", "no python3"));
        assertThatThrownBy(() -> HostInspection.of(python.engine, other.id(), new Cancellation()))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no python3");
        assertThat(python.engine.left()).isEmpty();
    }
}
