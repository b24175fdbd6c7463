package org.pykiln.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;

/// A logarithmic axis of ratios that holds 1, so that twice as fast and twice as slow are equally
/// far away from it.
///
/// @param left pixel of the smallest ratio
/// @param right pixel of the largest ratio
/// @param low logarithm of the smallest ratio
/// @param high logarithm of the largest ratio
record LogAxis(double left, double right, double low, double high) {

    /// A tick and its text.
    record Tick(double ratio, String label) {}

    private static final List<String> STEPS =
            List.of(
                    "0.0001", "0.0002", "0.0005", "0.001", "0.002", "0.005", "0.01", "0.02", "0.05",
                    "0.1", "0.2");
    private static final List<List<String>> MULTIPLES =
            List.of(
                    List.of("1", "1.5", "2", "3", "5", "10"),
                    List.of("1", "2", "5", "10"),
                    List.of("1", "3", "10"),
                    List.of("1", "10"),
                    List.of("1", "100"),
                    List.of("1", "10000"));

    /// With 1 in its middle.
    ///
    /// @param reach logarithm of the largest ratio
    static LogAxis symmetric(double left, double right, double reach) {
        return new LogAxis(left, right, -reach, reach);
    }

    /// Holds every ratio and its interval, unless an interval is so wide that it would flatten
    /// everything else.
    static LogAxis of(Comparison comparison, double left, double right) {
        double zone = Math.log(comparison.zone().interval().high());
        double ratios =
                Digits.estimates(comparison)
                        .mapToDouble(estimate -> Math.abs(Math.log(estimate.ratio())))
                        .max()
                        .orElse(0);
        double intervals =
                Digits.estimates(comparison).mapToDouble(LogAxis::reachOf).max().orElse(0);
        double tamed = Math.min(intervals, Math.max(3 * ratios, 8 * zone));
        double reach = Math.max(tamed, Math.max(ratios, 2.5 * zone));
        return symmetric(left, right, reach * 1.08 + 1e-4);
    }

    /// Holds the time before and after every step with the step's interval, unless an interval is
    /// so wide that it would flatten everything else.
    static LogAxis of(Waterfall waterfall, double left, double right) {
        double zone = Math.log(waterfall.whole().zone().interval().high());
        var levels = waterfall.levels().stream().mapToDouble(Math::log).summaryStatistics();
        var bounds = DoubleStream.builder();
        addBounds(bounds, 0, waterfall.last().geomean());
        for (int i = 0; i < waterfall.steps().size(); i++) {
            double before = Math.log(waterfall.levels().get(i));
            addBounds(bounds, before, waterfall.steps().get(i).estimate());
        }
        var reached = bounds.build().summaryStatistics();
        double most = Math.max(levels.getMax() - levels.getMin(), 8 * zone);
        double low = Math.max(reached.getMin(), levels.getMin() - most);
        double high = Math.min(reached.getMax(), levels.getMax() + most);
        low = Math.min(low, Math.min(levels.getMin(), -1.5 * zone));
        high = Math.max(high, Math.max(levels.getMax(), 1.5 * zone));
        double rim = (high - low) * 0.04 + 1e-4;
        return new LogAxis(left, right, low - rim, high + rim);
    }

    private static void addBounds(
            DoubleStream.Builder bounds, double before, RatioEstimate estimate) {
        var interval = estimate.interval();
        bounds.add(before + Math.log(interval == null ? estimate.ratio() : interval.low()));
        bounds.add(before + Math.log(interval == null ? estimate.ratio() : interval.high()));
    }

    private static double reachOf(RatioEstimate estimate) {
        var interval = estimate.interval();
        return interval == null
                ? 0
                : Math.max(Math.abs(Math.log(interval.low())), Math.abs(Math.log(interval.high())));
    }

    double x(double ratio) {
        return left + (Math.log(ratio) - low) / (high - low) * (right - left);
    }

    boolean shows(double ratio) {
        double log = Math.log(ratio);
        double slack = reach() * 1e-9;
        return log >= low - slack && log <= high + slack;
    }

    private double reach() {
        return Math.max(-low, high);
    }

    /// The densest ticks at round numbers that leave room between their texts.
    List<Tick> ticks(double size) {
        for (String step : STEPS) {
            var ticks = even(new BigDecimal(step));
            if (haveRoom(ticks, size)) {
                return ticks;
            }
        }
        for (var multiples : MULTIPLES) {
            var ticks = multiples(multiples);
            if (haveRoom(ticks, size)) {
                return ticks;
            }
        }
        return List.of(new Tick(1, "1x"));
    }

    /// 0.98x, 0.99x, 1.00x, …
    private List<Tick> even(BigDecimal step) {
        if (Math.expm1(reach()) / step.doubleValue() > 100) {
            return List.of();
        }
        int scale = Math.max(2, step.scale());
        int last = (int) Math.floor(Math.expm1(reach()) / step.doubleValue());
        return IntStream.rangeClosed(-last, last)
                .mapToObj(k -> BigDecimal.ONE.add(step.multiply(BigDecimal.valueOf(k))))
                .filter(value -> value.signum() > 0 && shows(value.doubleValue()))
                .map(v -> new Tick(v.doubleValue(), v.setScale(scale).toPlainString() + "x"))
                .toList();
    }

    /// 0.1x, 0.2x, 0.5x, 1x, 2x, …: the same distances on both sides.
    private List<Tick> multiples(List<String> multiples) {
        var ticks = new ArrayList<Tick>();
        var top = new BigDecimal(multiples.getLast());
        var decade = BigDecimal.ONE;
        while (Math.log(decade.doubleValue()) <= reach()) {
            for (String multiple : multiples.subList(0, multiples.size() - 1)) {
                double value = new BigDecimal(multiple).multiply(decade).doubleValue();
                if (shows(value)) {
                    ticks.add(tick(value));
                }
                if (value != 1 && shows(1 / value)) {
                    ticks.addFirst(tick(1 / value));
                }
            }
            decade = decade.multiply(top);
        }
        return ticks;
    }

    private static Tick tick(double ratio) {
        var rounded = new BigDecimal(ratio).round(new MathContext(2));
        return new Tick(ratio, rounded.stripTrailingZeros().toPlainString() + "x");
    }

    private boolean haveRoom(List<Tick> ticks, double size) {
        if (ticks.size() < 3) {
            return false;
        }
        for (int i = 1; i < ticks.size(); i++) {
            var before = ticks.get(i - 1);
            var after = ticks.get(i);
            double needed =
                    (TextWidth.of(before.label(), size) + TextWidth.of(after.label(), size)) / 2
                            + size;
            if (x(after.ratio()) - x(before.ratio()) < needed) {
                return false;
            }
        }
        return true;
    }
}
