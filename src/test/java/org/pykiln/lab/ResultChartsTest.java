package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.report.ChartData;
import org.pykiln.report.ChartKind;
import org.pykiln.workspace.Workspace;

class ResultChartsTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "pyperf");
    private static final Path PYMALLOC = SAMPLES.resolve("glibc_pymalloc.json");
    private static final Path MALLOC = SAMPLES.resolve("glibc_malloc.json");

    @TempDir Path folder;

    @Test
    void aSessionHasRoundsAndReceipts() throws IOException {
        FakeLab fake = new FakeLab(new Workspace(folder.resolve("home")));
        Path session = folder.resolve("session");
        try (Workshop workshop = fake.workshop()) {
            workshop.lab().run(FakeLab.twoRecipes(), session, event -> {}, new Cancellation());
        }

        ChartData data = charts(Optional.of("o3"), session);

        assertThat(data.units()).isNotEmpty().allMatch(units -> units.rounds());
        assertThat(data.pareto().images())
                .extracting(image -> image.name())
                .containsExactly("o3", "o2");
        // signs stay with their images, whichever is the baseline
        assertThat(data.pareto().images())
                .extracting(image -> image.number())
                .containsExactly(1, 0);
        assertThat(data.pareto().images()).allMatch(image -> image.built().isPresent());
        assertThat(data.waterfall()).isEmpty();
        assertThat(ChartKind.offered(data))
                .containsExactly(
                        ChartKind.FOREST,
                        ChartKind.HEAT,
                        ChartKind.RAINCLOUD,
                        ChartKind.ECDF,
                        ChartKind.PARETO,
                        ChartKind.VARIANCE);
    }

    @Test
    void filesOfPyperfHaveAnOrderAndMemory() throws IOException {
        ChartData data = charts(Optional.empty(), PYMALLOC, MALLOC);

        assertThat(data.units()).isNotEmpty().noneMatch(units -> units.rounds());
        assertThat(data.units().getFirst().images().getFirst().units())
                .extracting(unit -> unit.round())
                .startsWith(1, 2, 3);
        assertThat(data.pareto().images())
                .allMatch(image -> image.memory().isPresent() && image.built().isEmpty());
        assertThat(ChartKind.PARETO.of(data, "").orElseThrow().csv())
                .startsWith("baseline,image,time_ratio")
                .contains("glibc_pymalloc,glibc_malloc,1.");
    }

    @Test
    void oneImageAloneHasUnitsOnly() throws IOException {
        ChartData data = charts(Optional.empty(), PYMALLOC);

        assertThat(ChartKind.offered(data)).containsExactly(ChartKind.RAINCLOUD, ChartKind.ECDF);
    }

    private static ChartData charts(Optional<String> baseline, Path... sources) throws IOException {
        Results results = Results.open(List.of(sources));
        return ResultCharts.of(results, results.comparisonOrAlone(baseline));
    }
}
