package org.pykiln.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.pykiln.stats.Holm.Claim;

class HolmTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void equalWeightsGiveHolmsOwnProcedure() {
        var adjusted = adjust(0.01, 0.04, 0.03, 0.005);
        assertThat(adjusted.get(0)).isEqualTo(0.03, EXACT);
        assertThat(adjusted.get(1)).isEqualTo(0.06, EXACT);
        assertThat(adjusted.get(2)).isEqualTo(0.06, EXACT);
        assertThat(adjusted.get(3)).isEqualTo(0.02, EXACT);
    }

    @Test
    void theHeavierClaimIsTestedAtTheHigherLevel() {
        var adjusted =
                Holm.adjust(
                        List.of(
                                new Claim(0.02, 0.5),
                                new Claim(0.02, 0.25),
                                new Claim(0.02, 0.25)));
        assertThat(adjusted.get(0)).isEqualTo(0.04, EXACT);
        assertThat(adjusted.get(1)).isEqualTo(0.04, EXACT);
    }

    private static List<Double> adjust(double... ps) {
        return Holm.adjust(Arrays.stream(ps).mapToObj(p -> new Claim(p, 1.0 / ps.length)).toList());
    }
}
