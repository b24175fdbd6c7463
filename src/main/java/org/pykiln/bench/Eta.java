package org.pykiln.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Estimates how long units take: from the table of costs at first, scaled by how this host
/// compares, and from the datapoint's own units once there are some.
final class Eta {
    /// Starting an interpreter, pyperf and the benchmark's own preparation.
    private static final double OVERHEAD_SECONDS = 0.35;

    /// Calibration doubles loops, so a value lasts between the least time and twice that.
    private static final double OVERSHOOT = 1.4;

    /// How much the table is trusted against what is seen, as if this much had been measured.
    private static final double TRUST_SECONDS = 2;

    private final SessionPlan plan;
    private final Map<String, double[]> seen = new HashMap<>();
    private double expected = TRUST_SECONDS;
    private double observed = TRUST_SECONDS;

    Eta(SessionPlan plan) {
        this.plan = plan;
    }

    static double expectedSeconds(SessionPlan plan, Datapoint datapoint) {
        double value = Math.max(datapoint.loopSeconds(), plan.minTimeMillis() / 1000.0 * OVERSHOOT);
        return OVERHEAD_SECONDS + value * (plan.warmups() + plan.values());
    }

    /// When a worker is taken to hang.
    static long limitSeconds(SessionPlan plan, Datapoint datapoint) {
        return Math.round(60 + 30 * expectedSeconds(plan, datapoint));
    }

    void took(Datapoint datapoint, double seconds) {
        expected += expectedSeconds(plan, datapoint);
        observed += seconds;
        double[] sum = seen.computeIfAbsent(datapoint.name(), name -> new double[2]);
        sum[0] += seconds;
        sum[1]++;
    }

    /// @param open how many units of each datapoint are still to be measured
    Duration remaining(Map<Datapoint, Integer> open) {
        double ratio = observed / expected;
        double seconds = 0;
        for (Map.Entry<Datapoint, Integer> entry : open.entrySet()) {
            Datapoint datapoint = entry.getKey();
            double[] sum = seen.get(datapoint.name());
            double one = sum == null ? expectedSeconds(plan, datapoint) * ratio : sum[0] / sum[1];
            seconds += one * entry.getValue();
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
