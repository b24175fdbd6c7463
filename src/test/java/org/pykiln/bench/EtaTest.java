package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EtaTest {
    private static final int HOSTS = 200;

    /// Hosts up to four times slower than the table, with benchmarks that differ from it by up to
    /// half, and units that scatter by a tenth.
    @Test
    void isRightWithinFifteenPercentFromATenthOfTheSessionOn() {
        Random random = new Random(6);
        int checked = 0;
        int right = 0;
        for (int host = 0; host < HOSTS; host++) {
            SessionPlan plan =
                    SessionPlan.of(
                            "eta",
                            Mode.STANDARD,
                            List.of(new PlannedImage("a", "a", "1")),
                            BenchmarkCatalogue.shipped().smoke(),
                            host);
            double speed = 0.7 + 3.3 * random.nextDouble();
            Map<String, Double> real = new HashMap<>();
            Map<Datapoint, Integer> open = new HashMap<>();
            double left = 0;
            for (Datapoint point : BenchmarkCatalogue.shipped().smoke()) {
                double seconds = Eta.expectedSeconds(plan, point) * speed;
                real.put(point.name(), seconds * (0.75 + 0.75 * random.nextDouble()));
                open.put(point, plan.rounds());
                left += real.get(point.name()) * plan.rounds();
            }
            Eta eta = new Eta(plan);
            for (int round = 1; round < plan.rounds(); round++) {
                for (BenchUnit unit : Schedule.round(plan, round)) {
                    Datapoint point =
                            BenchmarkCatalogue.shipped().datapoint(unit.datapoint()).orElseThrow();
                    double mean = real.get(point.name());
                    eta.took(point, mean * (1 + 0.1 * random.nextGaussian()));
                    open.merge(point, -1, Integer::sum);
                    left -= mean;
                }
                if (round >= plan.rounds() / 10) {
                    checked++;
                    double said = eta.remaining(open).toMillis() / 1000.0;
                    right += Math.abs(said - left) <= 0.15 * left ? 1 : 0;
                }
            }
        }
        assertThat((double) right / checked).isGreaterThan(0.95);
    }

    @Test
    void aQuickSessionIsPlannedForAboutAMinuteAnImage() {
        SessionPlan plan =
                SessionPlan.of(
                        Mode.QUICK,
                        List.of(new PlannedImage("a", "a", "1")),
                        BenchmarkCatalogue.shipped().smoke());
        assertThat((double) plan.estimate().toSeconds()).isCloseTo(75, within(20.0));
    }
}
