package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every chart tells of its parts when it is pointed at.
class TargetsTest {
    static Stream<Chart> charts() {
        var comparison = Examples.several(0.01, 10, List.of("o3", "os"), 0.8, 1.1, 1);
        var units = Examples.units("nbody", 3, 10, 0.02, 1);
        return Stream.of(
                ForestChart.of(comparison, 900),
                HeatMap.of(comparison, 900),
                RaincloudChart.of(units, 900),
                EcdfChart.of(units, 900),
                ParetoChart.of(Examples.pareto(), 900),
                WaterfallChart.of(Waterfalls.usual(), 900),
                VarianceChart.of(List.of(Variances.ofBuilds(), Variances.ofSingleBuilds()), 900));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyPartHasWordsAndLiesInTheChart(Chart chart) {
        assertThat(chart.targets()).isNotEmpty();
        assertThat(chart.targets())
                .allSatisfy(target -> {
                    assertThat(target.text()).isNotBlank();
                    assertThat(target.x()).isNotNegative();
                    assertThat(target.y()).isNotNegative();
                    assertThat(target.x() + target.width()).isLessThanOrEqualTo(chart.width());
                    assertThat(target.y() + target.height()).isLessThanOrEqualTo(chart.height());
                    assertThat(target.area()).isPositive();
                });
    }
}
