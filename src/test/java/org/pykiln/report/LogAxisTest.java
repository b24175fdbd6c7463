package org.pykiln.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.report.LogAxis.Tick;

class LogAxisTest {

    @ParameterizedTest(name = "up to {0}x")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0031 | 0.997x 0.998x 0.999x 1.000x 1.001x 1.002x 1.003x",
                "1.026 | 0.98x 0.99x 1.00x 1.01x 1.02x",
                "1.31  | 0.80x 0.90x 1.00x 1.10x 1.20x 1.30x",
                "1.75  | 0.60x 0.80x 1.00x 1.20x 1.40x 1.60x",
                "2.1   | 0.5x 0.67x 1x 1.5x 2x",
                "11    | 0.1x 0.2x 0.5x 1x 2x 5x 10x",
                "1100  | 0.001x 0.01x 0.1x 1x 10x 100x 1000x"
            })
    void ticksAreRoundNumbers(double top, String expected) {
        var ticks = LogAxis.symmetric(0, 400, Math.log(top)).ticks(11);
        assertThat(String.join(" ", ticks.stream().map(Tick::label).toList())).isEqualTo(expected);
    }
}
