package org.pykiln.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.pykiln.pyperf.PerfUnit;

/// The unit in which the numbers of one axis or column are written.
///
/// @param one how much of the quantity one of the unit is
/// @param unit such as `ms`; empty for plain numbers
record Scale(double one, String unit) {

    /// Ratios and counts.
    static final Scale PLAIN = new Scale(1, "");

    private static final List<Scale> TIMES =
            List.of(
                    new Scale(1, "s"),
                    new Scale(1e-3, "ms"),
                    new Scale(1e-6, "µs"),
                    new Scale(1e-9, "ns"));
    private static final List<Scale> SIZES =
            List.of(
                    new Scale(1e9, "GB"),
                    new Scale(1e6, "MB"),
                    new Scale(1e3, "kB"),
                    new Scale(1, "B"));

    /// Seconds of a build.
    static Scale ofBuild(double seconds) {
        return seconds >= 120 ? new Scale(60, "min") : new Scale(1, "s");
    }

    /// @param largest of the numbers that are written
    static Scale of(PerfUnit measure, double largest) {
        return switch (measure) {
            case SECOND -> of(TIMES, largest);
            case BYTE -> of(SIZES, largest);
            case INTEGER -> PLAIN;
        };
    }

    private static Scale of(List<Scale> scales, double largest) {
        return scales.stream()
                .filter(scale -> largest >= scale.one())
                .findFirst()
                .orElse(scales.getLast());
    }

    /// The number alone.
    String number(double value, int behindPoint) {
        return new BigDecimal(value / one)
                .setScale(behindPoint, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /// The number with its unit.
    String text(double value, int behindPoint) {
        return unit.isEmpty()
                ? number(value, behindPoint)
                : number(value, behindPoint) + " " + unit;
    }

    /// The title of an axis: what it shows, and in what.
    String title(String what) {
        return unit.isEmpty() ? what : what + ", " + unit;
    }

    /// How many digits behind the point numbers of this size need to show so small a share of
    /// themselves.
    int digits(double value, double share) {
        double step = Math.clamp(share, 1e-6, 0.1) * value / one;
        return (int) Math.clamp(Math.ceil(-Math.log10(step)), 0, 9);
    }
}
