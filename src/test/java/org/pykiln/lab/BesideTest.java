package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.report.Replay;

class BesideTest {
    private static final String POST = "home-assistant-2020";

    @TempDir Path folder;

    /// The reason why there is no list of renamed benchmarks; when a kit renames one, this fails.
    @Test
    void everyPublishedNameIsADatapointOfToday() throws IOException {
        for (var image : Results.open(List.of(Path.of(POST))).images()) {
            assertThat(image.suite().names())
                    .hasSize(60)
                    .allSatisfy(name ->
                            assertThat(BenchmarkCatalogue.shipped().datapoint(name)).isPresent());
        }
    }

    @Test
    void ratiosAreMatchedByName() throws IOException {
        Path base = file("base", "nbody", 1.0, "deepcopy", 2.0, "pidigits", 1.0);
        Path other = file("other", "nbody", 0.5, "deepcopy", 1.0, "pidigits", 0.9);

        Replay replay = Results.open(List.of(base, other)).beside(POST, Optional.empty());

        var candidate = replay.own().candidates().getFirst();
        assertThat(candidate.rows())
                .extracting(row -> row.name())
                .containsExactly("nbody", "pidigits");
        assertThat(replay.published(candidate.rows().getFirst()).ratio())
                .isCloseTo(305.0 / 526, within(1e-12));
        assertThat(replay.publishedGeomean(candidate))
                .isCloseTo(Math.sqrt(305.0 / 526 * 222 / 274), within(1e-12));
        assertThat(candidate.geomean().ratio()).isCloseTo(Math.sqrt(0.5 * 0.9), within(1e-12));
        assertThat(replay.onlyOwn()).containsExactly("deepcopy");
        assertThat(replay.onlyPublished(candidate)).hasSize(58).contains("2to3");
        assertThat(replay.cautions().getFirst()).contains("no interval");
    }

    @Test
    void nothingInCommonIsSaid() throws IOException {
        Path base = file("base", "deepcopy", 2.0);
        Path other = file("other", "deepcopy", 1.0);

        assertThatThrownBy(() -> Results.open(List.of(base, other)).beside(POST, Optional.empty()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("its benchmarks are 2to3, chameleon");
    }

    /// Names and means by turns.
    private Path file(String name, Object... benchmarks) throws IOException {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < benchmarks.length; i += 2) {
            json.append(json.isEmpty() ? "" : ", ")
                    .append(
                            "{\"metadata\": {\"name\": \"%s\"}, \"runs\": [{\"values\": [%s]}]}"
                                    .formatted(benchmarks[i], benchmarks[i + 1]));
        }
        return Files.writeString(
                folder.resolve(name + ".json"),
                "{\"version\": \"1.0\", \"benchmarks\": [%s]}".formatted(json));
    }
}
