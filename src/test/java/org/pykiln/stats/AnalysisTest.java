package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    @Test
    void welchAgreesWithNumbersComputedByHand() {
        var baseline = Sample.of(1.00, 1.02, 0.98, 1.01);
        var candidate = Sample.of(0.90, 0.93, 0.91);
        var comparison =
                Analysis.compare(
                        Measurements.of("b", Map.of("x", baseline)),
                        List.of(Measurements.of("c", Map.of("x", candidate))),
                        EquivalenceZone.ONE_PERCENT);
        var row = comparison.candidates().getFirst().rows().getFirst();
        assertThat(row.estimate().ratio()).isEqualTo(0.91333333333333333 / 1.0025);
        assertThat(row.verdict()).isEqualTo(Verdict.FASTER);
    }
}
