package org.pykiln.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A logarithmic axis of positive values that need not hold 1. Over the few per cent that process
/// means differ by it looks like a linear one.
///
/// @param start pixel of the smallest value
/// @param end pixel of the largest value, which for an upright axis is above
/// @param low smallest value
/// @param high largest value
record ValueAxis(double start, double end, double low, double high, Scale scale) {

    /// A tick and its text.
    record Tick(double value, String label) {}

    private static final int MOST = 60;
    private static final List<List<Integer>> MULTIPLES =
            List.of(List.of(1, 2, 5), List.of(1, 3), List.of(1));

    /// Beyond this many times the smallest value, steps of equal size crowd at one end.
    private static final double WIDE = 6;

    /// Holds the values, with a rim on both sides.
    static ValueAxis of(double start, double end, DoubleSummaryStatistics values, Scale scale) {
        double low = Math.log(values.getMin());
        double high = Math.log(values.getMax());
        double rim = (high - low) * 0.06 + 2e-4;
        return new ValueAxis(start, end, Math.exp(low - rim), Math.exp(high + rim), scale);
    }

    double at(double value) {
        return start + Math.log(value / low) / Math.log(high / low) * (end - start);
    }

    boolean shows(double value) {
        return value >= low && value <= high;
    }

    /// At the value, or at the end of the axis that is nearest to it.
    double clamped(double value) {
        return at(Math.clamp(value, low, high));
    }

    /// For texts beside each other.
    List<Tick> ticks() {
        return ticks(label -> TextWidth.of(label, Pen.SMALL) + Pen.SMALL);
    }

    /// For texts above each other.
    List<Tick> uprightTicks() {
        return ticks(label -> 2 * Pen.SMALL);
    }

    /// The densest at round numbers that leave room between their texts.
    ///
    /// @param room that a text needs
    private List<Tick> ticks(ToDoubleFunction<String> room) {
        double from = low / scale.one();
        double to = high / scale.one();
        if (to < WIDE * from) {
            int first = (int) Math.floor(Math.log10(to - from)) - 2;
            for (int power = first; power <= first + 4; power++) {
                for (int digit : List.of(1, 2, 5)) {
                    var ticks = even(BigDecimal.valueOf(digit).scaleByPowerOfTen(power), from, to);
                    if (!ticks.isEmpty() && haveRoom(ticks, room)) {
                        return ticks;
                    }
                }
            }
        }
        for (var multiples : MULTIPLES) {
            var ticks = multiples(multiples, from, to);
            if (haveRoom(ticks, room)) {
                return ticks;
            }
        }
        return List.of();
    }

    private List<Tick> even(BigDecimal step, double from, double to) {
        long first = (long) Math.ceil(from / step.doubleValue());
        long last = (long) Math.floor(to / step.doubleValue());
        var ticks = new ArrayList<Tick>();
        for (long k = Math.max(1, first); k <= last && last - first < MOST; k++) {
            ticks.add(tick(step.multiply(BigDecimal.valueOf(k)), Math.max(0, step.scale())));
        }
        return ticks;
    }

    private List<Tick> multiples(List<Integer> digits, double from, double to) {
        var ticks = new ArrayList<Tick>();
        int last = (int) Math.floor(Math.log10(to));
        for (int power = (int) Math.floor(Math.log10(from)); power <= last; power++) {
            for (int digit : digits) {
                var value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (value.doubleValue() >= from && value.doubleValue() <= to) {
                    ticks.add(tick(value, Math.max(0, value.scale())));
                }
            }
        }
        return ticks;
    }

    private Tick tick(BigDecimal value, int behindPoint) {
        return new Tick(
                value.doubleValue() * scale.one(), value.setScale(behindPoint).toPlainString());
    }

    private boolean haveRoom(List<Tick> ticks, ToDoubleFunction<String> room) {
        for (int i = 1; i < ticks.size(); i++) {
            double needed =
                    (room.applyAsDouble(ticks.get(i - 1).label())
                                    + room.applyAsDouble(ticks.get(i).label()))
                            / 2;
            if (Math.abs(at(ticks.get(i).value()) - at(ticks.get(i - 1).value())) < needed) {
                return false;
            }
        }
        return true;
    }
}
