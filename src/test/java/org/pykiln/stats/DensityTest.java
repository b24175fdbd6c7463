package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensityTest {

    /// By hand: standard deviation of the logarithms 1, and IQR / 1.34 of 0.7463, of five values.
    @Test
    void theBandwidthIsSilvermans() {
        var logs = List.of(-1.2649110640673518, -0.5, 0.0, 0.5, 1.2649110640673518);
        var density = Density.of(logs.stream().map(Math::exp).toList()).orElseThrow();
        double deviation = Math.sqrt(2 * (1.6 + 0.25) / 4);
        double expected = 0.9 * Math.min(deviation, 1 / 1.34) * Math.pow(5, -0.2);
        assertThat(density.bandwidth()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theDensityIsOneInAll() {
        var random = new Random(4);
        var values =
                IntStream.range(0, 40)
                        .mapToObj(i -> Math.exp(0.02 * random.nextGaussian()))
                        .toList();
        var density = Density.of(values).orElseThrow();
        double step = density.bandwidth() / 20;
        double sum = 0;
        for (double log = -0.3; log < 0.3; log += step) {
            sum += density.at(Math.exp(log)) * step;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void whatHasNoShapeHasNoDensity() {
        assertThat(Density.of(List.of(1.0, 2.0))).isEmpty();
        assertThat(Density.of(List.of(1.0, 1.0, 1.0, 1.0))).isEmpty();
    }

    @Test
    void theIntervalOfAMeanIsStudents() {
        var interval = Sample.of(9, 10, 11).interval().orElseThrow();
        // 4.302653 is the 97.5 % quantile of t with two degrees of freedom
        double half = 4.302653 * (1 / Math.sqrt(3)) / 10;
        assertThat(interval.high()).isCloseTo(10 * Math.exp(half), within(1e-6));
        assertThat(interval.low()).isCloseTo(10 / Math.exp(half), within(1e-6));
        assertThat(Sample.of(3).interval()).isEmpty();
    }
}
