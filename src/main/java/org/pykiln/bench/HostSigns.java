package org.pykiln.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.pykiln.pyperf.PerfRun;

/// What a unit's host says of others that used it while the unit ran; NaN where it says nothing.
///
/// @param load before the unit, mean of one minute
/// @param steal share of the unit's CPUs that the hypervisor gave to others
/// @param other share of the unit's CPUs that other processes used
/// @param mhz frequency of the unit's CPU
public record HostSigns(double load, double steal, double other, double mhz) {
    /// Busy processes more than usual. A mean of one minute says little of a unit of one second, so
    /// it counts only where the host does not tell what others really used.
    private static final double LOAD = 1;

    private static final double STEAL = 0.05;
    private static final double OTHER = 0.1;
    private static final double SLOWER_CLOCK = 0.1;

    /// A sign that a unit was disturbed.
    ///
    /// @param strength in units of what is just tolerated; above 1 it was disturbed
    /// @param text such as `other processes had 31 % of its CPU`
    public record Sign(double strength, String text) {}

    public static HostSigns of(PerfRun run) {
        return new HostSigns(
                number(run, UnitMetadata.LOAD_BEFORE),
                number(run, UnitMetadata.STEAL),
                number(run, UnitMetadata.OTHER_CPU),
                number(run, UnitMetadata.FREQUENCY));
    }

    private static double number(PerfRun run, String name) {
        return run.metadata().number(name).orElse(Double.NaN);
    }

    /// The median of each number: what is usual for these units.
    public static HostSigns usual(List<HostSigns> units) {
        return new HostSigns(
                median(units, HostSigns::load),
                median(units, HostSigns::steal),
                median(units, HostSigns::other),
                median(units, HostSigns::mhz));
    }

    private static double median(List<HostSigns> units, ToDoubleFunction<HostSigns> number) {
        double[] sorted =
                units.stream()
                        .mapToDouble(number)
                        .filter(one -> !Double.isNaN(one))
                        .sorted()
                        .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// The strongest sign that this unit was disturbed more than units usually are.
    public Optional<Sign> sign(HostSigns usual) {
        return Stream.of(
                        new Sign(
                                Double.isNaN(other) ? (load - usual.load) / LOAD : 0,
                                String.format(
                                        Locale.ROOT,
                                        "the load was %.1f, usually %.1f",
                                        load,
                                        usual.load)),
                        new Sign(
                                (steal - usual.steal) / STEAL,
                                String.format(
                                        Locale.ROOT,
                                        "the hypervisor took %.0f %% of its CPU",
                                        steal * 100)),
                        new Sign(
                                (other - usual.other) / OTHER,
                                String.format(
                                        Locale.ROOT,
                                        "other processes had %.0f %% of its CPU",
                                        other * 100)),
                        new Sign(
                                (1 - mhz / usual.mhz) / SLOWER_CLOCK,
                                String.format(
                                        Locale.ROOT,
                                        "its CPU ran at %.0f MHz, usually %.0f",
                                        mhz,
                                        usual.mhz)))
                .filter(sign -> sign.strength() > 1)
                .max((a, b) -> Double.compare(a.strength(), b.strength()));
    }
}
